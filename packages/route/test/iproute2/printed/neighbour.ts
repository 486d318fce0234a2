// Neighbours, forwarding tables and neighbour tables as `ip -j` and `bridge -j` print them.
import {
  type Fdb,
  type Neighbour,
  neighbourExtFlags,
  neighbourFlags,
  neighbourState,
} from "#src/neighbour/layout.js";
import type { NeighbourTable } from "#src/neighbour/table.js";
import { type Json, type NameOf, nullIf, present } from "./common.js";

/** Returns a neighbour as `ip -j -d -s neigh` prints it, without its age. */
export function neighbourAsIp(neighbour: Neighbour, nameOf: NameOf): Json {
  const { flags, flagsExt = 0, state } = neighbour;
  const proxy = neighbourFlags.has(flags, "proxy");
  return present({
    dst: neighbour.dst,
    dev: nameOf(neighbour.ndmIfindex),
    lladdr: neighbour.lladdr,
    router: nullIf(neighbourFlags.has(flags, "router")),
    proxy: nullIf(proxy),
    extern_learn: nullIf(neighbourFlags.has(flags, "extLearned")),
    managed: nullIf(neighbourExtFlags.has(flagsExt, "managed")),
    probes: neighbour.probes,
    state: proxy ? undefined : neighbourState.names(state).map((name) => name.toUpperCase()),
    protocol: neighbour.protocol,
  });
}

const FDB_FLAGS = {
  self: "self",
  extLearned: "extern_learn",
  sticky: "sticky",
  offloaded: "offload",
} as const;

function fdbState(state: number): string {
  if (neighbourState.has(state, "permanent")) return "permanent";
  if (neighbourState.has(state, "noarp")) return "static";
  return neighbourState.has(state, "stale") ? "stale" : "";
}

/** Returns a forwarding table entry as `bridge -j -d fdb` prints it. */
export function fdbAsIp(fdb: Fdb, nameOf: NameOf): Json {
  return present({
    mac: fdb.lladdr,
    ifname: nameOf(fdb.ndmIfindex),
    dst: fdb.dst,
    vlan: fdb.vlan,
    port: fdb.port,
    vni: fdb.vni,
    src_vni: fdb.srcVni,
    nhid: fdb.nhId,
    flags: Object.entries(FDB_FLAGS)
      .filter(([name]) => neighbourFlags.has(fdb.flags, name as "self"))
      .map(([, printed]) => printed),
    master: nameOf(fdb.master),
    state: fdbState(fdb.state),
  });
}

const ms = (value: bigint | undefined) => (value === undefined ? undefined : Number(value));

/** Returns a neighbour table as `ip -j ntable` prints it. */
export function neighbourTableAsIp(table: NeighbourTable, nameOf: NameOf): Json {
  const { parms = {} } = table;
  return present({
    family: table.family,
    name: table.name,
    dev: nameOf(parms.ifindex),
    thresh1: table.thresh1,
    thresh2: table.thresh2,
    thresh3: table.thresh3,
    gc_interval: ms(table.gcInterval),
    refcnt: parms.refcnt,
    reachable: ms(parms.reachableTime),
    base_reachable: ms(parms.baseReachableTime),
    retrans: ms(parms.retransTime),
    gc_stale: ms(parms.gcStaletime),
    delay_probe: ms(parms.delayProbeTime),
    queue: parms.queueLen,
    app_probes: parms.appProbes,
    ucast_probes: parms.ucastProbes,
    mcast_probes: parms.mcastProbes,
    anycast_delay: ms(parms.anycastDelay),
    proxy_delay: ms(parms.proxyDelay),
    proxy_queue: parms.proxyQlen,
    locktime: ms(parms.locktime),
  });
}
