// Neighbours, forwarding tables and neighbour tables.
import { pick } from "@rxnetlink/core";
import type { Fdb, Neighbour } from "#src/neighbour/layout.js";
import type { Json } from "../printed/common.js";
import { fdbAsIp, neighbourAsIp, neighbourTableAsIp } from "../printed/neighbour.js";
import { AGE, BRIDGE, type Case } from "./case.js";

const VXLAN = "ip link add vx0 type vxlan id 42 local 192.0.2.1 dstport 4789; ip link set vx0 up;";
/** True for multicast addresses: the kernel adds such entries at unpredictable times. */
const ofMulticast = (address: unknown) => /^(ff|22[4-9]\.|23\d\.)/.test(String(address));

export const neighbourCases: readonly Case[] = [
  {
    title: "neighbours",
    object: "neighbour",
    setup: `ip neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev v0
      ip neigh add 2001:db8::7 lladdr 02:00:00:00:00:07 dev v0 router extern_learn protocol bgp nud stale
      ip neigh add 2001:db8::8 lladdr 02:00:00:00:00:08 dev v0 nud noarp`,
    print: "ip -j -d -s neigh show nud all",
    rows: (rows: Json[]) => rows.filter(({ dst }) => !ofMulticast(dst)),
    asIp: (neighbour: Neighbour, nameOf) =>
      ofMulticast(neighbour.dst) ? [] : neighbourAsIp(neighbour, nameOf),
    keptInDelete: ["dst", "dev"],
    skipped: { used: AGE, confirmed: AGE, updated: AGE, refcnt: "reading takes a reference" },
    mine: ({ dst }: Neighbour) => !ofMulticast(dst),
    key: (neighbour: Neighbour) => pick(neighbour, "dst"),
    again: (neighbour: Neighbour) => [
      pick(neighbour, "ndmIfindex", "dst", "lladdr", "state", "flags", "protocol"),
    ],
  },
  {
    title: "proxy neighbours",
    object: "neighbour",
    setup: "ip neigh add proxy 192.0.2.8 dev v0; ip -6 neigh add proxy 2001:db8::9 dev v0",
    print: "ip -j -d neigh show proxy",
    match: { flags: 8 },
    asIp: neighbourAsIp,
    silent: "the kernel sends no notifications of proxies",
    mine: () => true,
    key: (neighbour: Neighbour) => pick(neighbour, "dst", "flags"),
    again: (neighbour: Neighbour) => [pick(neighbour, "ndmIfindex", "dst", "flags")],
  },
  {
    title: "forwarding tables",
    object: "fdb",
    setup: `${BRIDGE} ${VXLAN} ip nexthop add id 30 via 192.0.2.9 fdb; ip nexthop add id 31 group 30 fdb
      bridge fdb add 02:00:00:00:00:09 dev vx0 dst 192.0.2.5 port 9999 vni 77
      bridge fdb add 02:00:00:00:00:0c dev vx0 nhid 31
      bridge fdb append 02:00:00:00:00:0d dev vx0 dst 192.0.2.6
      bridge fdb append 02:00:00:00:00:0d dev vx0 dst 192.0.2.7
      bridge fdb add 02:00:00:00:00:0a dev v1 master static sticky
      bridge fdb add 02:00:00:00:00:0b dev br0 self local`,
    print: "bridge -j -d -s fdb",
    // The bridge learns entries at unpredictable times; they have no state.
    rows: (rows: Json[]) => rows.filter(({ state }) => state !== ""),
    asIp: (fdb: Fdb, nameOf) => {
      const printed = fdbAsIp(fdb, nameOf);
      return printed.state === "" ? [] : printed;
    },
    skipped: { used: AGE, updated: AGE, protocol: "bridge prints it since 6.3" },
    mine: ({ lladdr }: Fdb) => /^02:00:00:00:00:0/.test(lladdr ?? ""),
    key: (fdb: Fdb) => pick(fdb, "lladdr", "dst"),
    again: ({ flags, ...fdb }: Fdb) => [
      {
        ...pick(fdb, "ndmIfindex", "lladdr", "dst", "vlan", "port", "vni", "nhId", "state"),
        flags: flags | (fdb.master === undefined || fdb.master === fdb.ndmIfindex ? 2 : 4),
      },
    ],
    verb: "append$",
  },
  {
    title: "neighbour tables",
    object: "neighbourTable",
    setup: "ip ntable change name arp_cache dev v0 retrans 2000 queue 7",
    print: "ip -j ntable",
    asIp: neighbourTableAsIp,
    skipped: { reachable: "the kernel randomizes it from time to time", refcnt: "reading takes a reference" },
  },
];
