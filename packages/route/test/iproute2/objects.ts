// How `ip -j -d` and `bridge -j -d` name and print the objects beside links, addresses and routes.
import type { Addrlabel } from "#src/address/addrlabel.js";
import { type Mdb, mdbFlags } from "#src/bridge/mdb/layout.js";
import type { Tunnel } from "#src/bridge/tunnel.js";
import type { BridgeVlan } from "#src/bridge/vlan/layout.js";
import { nexthopFlags } from "#src/common/route-enums.js";
import { bridgeVlanFlags } from "#src/link/bridge/bridge.js";
import { type Netconf, netconfIfindex } from "#src/namespace/netconf.js";
import {
  type Fdb,
  type Neighbour,
  neighbourExtFlags,
  neighbourFlags,
  neighbourState,
} from "#src/neighbour/layout.js";
import type { NeighbourTable } from "#src/neighbour/table.js";
import type { Nexthop } from "#src/nexthop/layout.js";
import { type Rule, ruleFlags } from "#src/rule/layout.js";
import { type Json, type NameOf, present, scopeAsIp, yes } from "./kernel-and-tool.js";
import { tableAsIp } from "./routes.js";

/** iproute2 prints a key with `null` where something is so. */
const so = (is: unknown) => (is ? null : undefined);
const hex = (value: number | undefined) => value && `0x${value.toString(16)}`;

/** A nexthop as `ip -j -d nexthop` prints it. */
export function nexthopAsIp(nexthop: Nexthop, nameOf: NameOf): Json {
  const { resGroup } = nexthop;
  return present({
    id: nexthop.id,
    group: nexthop.group?.map(({ id, weight }) =>
      present({ id, weight: weight === 0 ? undefined : weight + 1 }),
    ),
    type: nexthop.groupType === "res" ? "resilient" : undefined,
    resilient_args: resGroup && {
      buckets: resGroup.buckets,
      idle_timer: resGroup.idleTimer! / 100,
      unbalanced_timer: resGroup.unbalancedTimer! / 100,
      unbalanced_time: Number(resGroup.unbalancedTime) / 100,
    },
    gateway: nexthop.gateway,
    dev: nameOf(nexthop.oif),
    scope: scopeAsIp(nexthop.scope),
    blackhole: so(nexthop.blackhole),
    protocol: nexthop.protocol,
    flags: nexthopFlags.names(nexthop.flags & 0xff),
    fdb: so(nexthop.fdb),
  });
}

/** A bucket as `ip -j -d nexthop bucket` prints it. */
export function bucketAsIp({ id, resBucket, flags }: Nexthop): Json {
  const bucket = {
    index: resBucket?.index,
    idle_time: Number(resBucket?.idleTime) / 100,
    nhid: resBucket?.nhId,
  };
  return { id, bucket, flags: nexthopFlags.names(flags & 0xff) };
}

/** A neighbour as `ip -j -d -s neigh` prints it, but for its age. */
export function neighbourAsIp(neighbour: Neighbour, nameOf: NameOf): Json {
  const { flags, flagsExt = 0, state } = neighbour;
  const proxy = neighbourFlags.has(flags, "proxy");
  return present({
    dst: neighbour.dst,
    dev: nameOf(neighbour.ndmIfindex),
    lladdr: neighbour.lladdr,
    router: so(neighbourFlags.has(flags, "router")),
    proxy: so(proxy),
    extern_learn: so(neighbourFlags.has(flags, "extLearned")),
    managed: so(neighbourExtFlags.has(flagsExt, "managed")),
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

/** An entry of a forwarding table as `bridge -j -d fdb` prints it. */
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

/** The entries of a multicast database as `bridge -j -d mdb` prints them. */
export function mdbAsIp({ ifindex, mdb }: Mdb, nameOf: NameOf): Json[] {
  const infos = mdb?.entry?.flatMap(({ info = [] }) => info) ?? [];
  return infos.map(({ entry, attrs }) =>
    present({
      index: ifindex,
      dev: nameOf(ifindex),
      port: nameOf(entry.ifindex),
      grp: entry.addr,
      src: attrs.source,
      filter_mode: attrs.groupMode,
      source_list: attrs.srcList?.entry?.map(({ address }) => ({ address })),
      state: entry.state === "permanent" ? "permanent" : "temp",
      protocol: attrs.rtprot,
      flags: mdbFlags.names(entry.flags),
      vid: entry.vid === 0 ? undefined : entry.vid,
    }),
  );
}

const PROTOCOLS: Json = { 6: "tcp", 17: "udp" };
const NONE = 0xffff_ffff;

function portsAsIp(name: string, range: Rule["sportRange"]): Json {
  if (range === undefined) return {};
  if (range.start === range.end) return { [name]: range.start };
  return { [`${name}_start`]: range.start, [`${name}_end`]: range.end };
}

function flowAsIp(flow: number | undefined): Json {
  if (!flow) return {};
  return present({
    flow_from: flow >>> 16 ? String(flow >>> 16) : undefined,
    flow_to: String(flow & 0xffff),
  });
}

function actionAsIp({ action, table = 0, goto }: Rule): Json {
  if (action === "toTbl") return table === 0 ? {} : { table: tableAsIp(table) };
  return action === "goto" ? { goto } : { action };
}

const shorterThanHost = ({ family }: Rule, length: number) =>
  length === (family === "inet6" ? 128 : 32) ? undefined : length;

/** A rule as `ip -j -d rule` prints it. */
export function ruleAsIp(rule: Rule): Json {
  const has = (name: "invert" | "unresolved" | "iifDetached" | "oifDetached") =>
    so(ruleFlags.has(rule.flags, name));
  return present({
    priority: rule.priority ?? 0,
    not: has("invert"),
    src: rule.src ?? "all",
    srclen: rule.src && shorterThanHost(rule, rule.srcLen),
    dst: rule.dst,
    dstlen: rule.dst && shorterThanHost(rule, rule.dstLen),
    tos: hex(rule.tos || undefined),
    fwmark: hex(rule.fwmark),
    fwmask: rule.fwmask === NONE ? undefined : hex(rule.fwmask),
    iif: rule.iifname,
    iif_detached: has("iifDetached"),
    oif: rule.oifname,
    oif_detached: has("oifDetached"),
    l3mdev: so(rule.l3mdev),
    uid_start: rule.uidRange?.start,
    uid_end: rule.uidRange?.end,
    ipproto: rule.ipProto && PROTOCOLS[rule.ipProto],
    ...portsAsIp("sport", rule.sportRange),
    ...portsAsIp("dport", rule.dportRange),
    tun_id: rule.tunId && Number(rule.tunId),
    suppress_prefixlen: rule.suppressPrefixlen === NONE ? undefined : rule.suppressPrefixlen,
    suppress_ifgroup:
      rule.suppressIfgroup === NONE ? undefined : rule.suppressIfgroup && `${rule.suppressIfgroup}`,
    ...flowAsIp(rule.flow),
    ...actionAsIp(rule),
    unresolved: has("unresolved"),
    protocol: rule.protocol,
  });
}

/** A label as `ip -j addrlabel` prints it. */
export function addrlabelAsIp({ address, prefixlen, label, index }: Addrlabel, nameOf: NameOf): Json {
  return present({ address, prefixlen, label, ifname: nameOf(index) });
}

const RP_FILTER = ["off", "strict", "loose"];
const flag = (value: number | undefined) => (value === undefined ? undefined : yes(value));

/** Settings as `ip -j netconf` prints them. */
export function netconfAsIp(netconf: Netconf, nameOf: NameOf): Json {
  const { ifindex } = netconf;
  const named: Record<number, string> = { [netconfIfindex.all]: "all", [netconfIfindex.default]: "default" };
  return present({
    family: netconf.family,
    interface: named[ifindex!] ?? nameOf(ifindex),
    forwarding: flag(netconf.forwarding),
    rp_filter: netconf.rpFilter === undefined ? undefined : RP_FILTER[netconf.rpFilter],
    mc_forwarding: flag(netconf.mcForwarding),
    proxy_neigh: flag(netconf.proxyNeigh),
    ignore_routes_with_linkdown: flag(netconf.ignoreRoutesWithLinkdown),
    input: flag(netconf.input),
  });
}

const ms = (value: bigint | undefined) => (value === undefined ? undefined : Number(value));

/** A table as `ip -j ntable` prints it. */
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

function vlanFlags(flags: number): string[] | undefined {
  const names = [
    bridgeVlanFlags.has(flags, "pvid") ? "PVID" : undefined,
    bridgeVlanFlags.has(flags, "untagged") ? "Egress Untagged" : undefined,
  ].filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names;
}

/** The VLANs of a port as `bridge -j -d vlan` prints them. */
export function vlanAsIp({ ifindex, entry = [] }: BridgeVlan, nameOf: NameOf): Json {
  const vlans = entry.map(({ info, range, state, mcastRouter }) =>
    present({
      vlan: info?.vid,
      vlanEnd: range,
      flags: vlanFlags(info?.flags ?? 0),
      state,
      mcast_router: mcastRouter,
    }),
  );
  return { ifname: nameOf(ifindex), vlans };
}

/** A VNI filter as `bridge -j -d vni` prints it. */
export function tunnelAsIp({ ifindex, entry = [] }: Tunnel, nameOf: NameOf): Json {
  const vnis = entry.map(({ start, end, group }) => {
    const key = group !== undefined && /^2(2[4-9]|3\d)\./.test(group) ? "group" : "remote";
    return present({ vni: start, vniEnd: end, [key]: group });
  });
  return { ifname: nameOf(ifindex), vnis };
}

/** Notifications tell of a range VNI by VNI. */
export function vniByVni({ ifname, vnis }: Json): Json[] {
  const single = ({ vni, vniEnd = vni, ...rest }: { vni: number; vniEnd?: number }) =>
    Array.from({ length: vniEnd - vni + 1 }, (_, n) => ({ ifname, vnis: [{ vni: vni + n, ...rest }] }));
  return (vnis as { vni: number }[]).flatMap(single);
}
