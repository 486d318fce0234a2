// Requests with the name of a link, and the output of iproute2 afterwards.
import type { Observable } from "rxjs";
import { expect } from "vitest";
import type { Rtnetlink } from "#src/rtnetlink.js";
import { TC_H_CLSACT } from "#src/tc/values/handle.js";
import type { Json } from "./printed/common.js";

/** A request that names a link, and a row that iproute2 prints afterwards. */
export type NamedLinkCase = readonly [
  what: string,
  request$: (nl: Rtnetlink) => Observable<unknown>,
  command: string,
  shown: Json,
];

export const namedLinkCases: readonly NamedLinkCase[] = [
  [
    "an address",
    ({ address }) => address.add$({ index: "v1", local: "198.51.100.1/24" }),
    "ip -j addr show v1",
    {
      addr_info: expect.arrayContaining([expect.objectContaining({ local: "198.51.100.1", prefixlen: 24 })]),
    },
  ],
  [
    "a route",
    ({ route }) => route.add$({ dst: "198.51.100.0/24", gateway: "192.0.2.9", oif: "v0" }),
    "ip -j route show 198.51.100.0/24",
    { dst: "198.51.100.0/24", gateway: "192.0.2.9", dev: "v0" },
  ],
  [
    "the paths of a route",
    ({ route }) =>
      route.add$({
        dst: "198.51.100.0/24",
        multipath: [
          { ifindex: "v0", gateway: "192.0.2.9" },
          { ifindex: "v0", gateway: "192.0.2.8" },
        ],
      }),
    "ip -j route show 198.51.100.0/24",
    { nexthops: [expect.objectContaining({ dev: "v0" }), expect.objectContaining({ dev: "v0" })] },
  ],
  [
    "a nexthop",
    ({ nexthop }) => nexthop.add$({ id: 7, gateway: "192.0.2.9", oif: "v0" }),
    "ip -j nexthop",
    { id: 7, dev: "v0" },
  ],
  [
    "a neighbour",
    ({ neighbour }) =>
      neighbour.add$({
        ndmIfindex: "v0",
        dst: "192.0.2.9",
        lladdr: "02:00:00:00:00:09",
        state: { permanent: true },
      }),
    "ip -j neigh show dev v0",
    { dst: "192.0.2.9", lladdr: "02:00:00:00:00:09" },
  ],
  [
    "an entry of a forwarding table",
    ({ fdb }) => fdb.add$({ ndmIfindex: "p0", lladdr: "02:00:00:00:00:0a", flags: { master: true } }),
    "bridge -j fdb show dev p0",
    { mac: "02:00:00:00:00:0a" },
  ],
  [
    "a group of a bridge",
    ({ mdb }) =>
      mdb.add$({ ifindex: "br0", entry: { ifindex: "p0", addr: "239.1.2.3", state: "permanent" } }),
    'bridge -j mdb show | sed \'s/^\\[{"mdb":\\(.*\\),"router".*/\\1/\'',
    { dev: "br0", port: "p0", grp: "239.1.2.3" },
  ],
  [
    "a VLAN of a bridge's port",
    ({ bridgeVlan }) => bridgeVlan.add$({ ifindex: "p0", entry: [{ info: { vid: 77 } }] }),
    "bridge -j vlan show dev p0",
    { ifname: "p0", vlans: expect.arrayContaining([expect.objectContaining({ vlan: 77 })]) },
  ],
  [
    "the master of a link",
    ({ link }) => link.change$({ ifname: "p1", master: "br0" }),
    "ip -j link show p1",
    { master: "br0" },
  ],
  [
    "a link itself",
    ({ link }) => link.change$({ index: "v1", mtu: 1400 }),
    "ip -j link show v1",
    { mtu: 1400 },
  ],
  [
    "the link below a vxlan",
    ({ link }) =>
      link.add$({ ifname: "x0", linkinfo: { data: { vxlan: { id: 5, link: "v0", port: 4789 } } } }),
    "ip -j -d link show x0",
    { linkinfo: expect.objectContaining({ info_data: expect.objectContaining({ id: 5, link: "v0" }) }) },
  ],
  [
    "an alternative name",
    ({ linkprop }) => linkprop.add$({ index: "v0", propList: { altIfname: ["the-cable-in-the-cellar"] } }),
    "ip -j link show v0",
    { altnames: ["the-cable-in-the-cellar"] },
  ],
  [
    "an address label",
    ({ addrlabel }) => addrlabel.add$({ index: "v0", address: "2001:db8:1::/48", label: 77 }),
    "ip -j addrlabel show",
    { address: "2001:db8:1::", prefixlen: 48, label: 77 },
  ],
  [
    "the neighbour table of a link",
    ({ neighbourTable }) =>
      neighbourTable.change$({
        name: "arp_cache",
        family: "inet",
        parms: { ifindex: "v0", queueLen: 5 },
      }),
    "ip -j ntable show dev v0",
    { dev: "v0", family: "inet" },
  ],
  [
    "a qdisc",
    ({ qdisc }) => qdisc.add$({ ifindex: "v0", kind: "clsact", parent: TC_H_CLSACT }),
    "tc -j qdisc show dev v0",
    { kind: "clsact" },
  ],
];
