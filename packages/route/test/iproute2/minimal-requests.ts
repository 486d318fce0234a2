// Objects added with minimal requests, with a tool and with rxnetlink: the defaults must be the same.
import type { Ack } from "@rxnetlink/core";
import type { Observable } from "rxjs";
import type { Rtnetlink } from "#src/rtnetlink.js";
import type { Indices } from "../support/kernel.js";

/** An object that is added with a minimal request. */
export interface MinimalRequest {
  /** Command that adds it; the test is skipped if the kernel lacks support. */
  readonly tool: string;
  /** Counterpart of the command. */
  readonly ours: (nl: Rtnetlink, of: Indices) => Observable<Ack>;
  /** Command that removes it. */
  readonly undo: string;
  /** Property of `Rtnetlink`, and the match that finds the object. */
  readonly object: "link" | "address" | "rule" | "route" | "neighbour" | "nexthop" | "addrlabel";
  readonly match: (of: Indices) => object;
}

const kind = (
  tool: string,
  linkinfo: object,
  more: (of: Indices) => object = () => ({}),
): MinimalRequest => ({
  tool: `ip link add t0 ${tool}`,
  ours: (nl, of) => nl.link.add$({ ifname: "t0", ...more(of), linkinfo }),
  undo: "ip link delete t0",
  object: "link",
  match: () => ({ ifname: "t0" }),
});
const onV0 = (of: Indices) => ({ link: of.v0! });

const KINDS: readonly MinimalRequest[] = [
  ...[
    "bridge",
    "ifb",
    "dummy",
    "bond",
    "team",
    "nlmon",
    "vcan",
    "gre",
    "gretap",
    "ipip",
    "sit",
    "ip6gre",
  ].map((one) => kind(`type ${one}`, { kind: one })),
  kind("type vxlan id 42 dstport 4789", { data: { vxlan: { id: 42, port: 4789 } } }),
  kind("type vxlan id 42 dstport 4789 srcport 1000 2000", {
    data: { vxlan: { id: 42, port: 4789, portRange: { low: 1000, high: 2000 } } },
  }),
  kind("type geneve id 42 remote 192.0.2.2", { data: { geneve: { id: 42, remote: "192.0.2.2" } } }),
  kind("link v0 type macvlan", { kind: "macvlan" }, onV0),
  kind("link v0 type ipvlan", { kind: "ipvlan" }, onV0),
  kind("link v0 type vlan id 5", { data: { vlan: { id: 5 } } }, onV0),
  kind(
    "link v0 type vlan id 5 gvrp on",
    { data: { vlan: { id: 5, flags: { flags: { gvrp: true } } } } },
    onV0,
  ),
  kind("link v0 type vlan id 5 gvrp on", { data: { vlan: { id: 5, flags: { flags: 2 } } } }, onV0),
  kind("type vrf table 10", { data: { vrf: { table: 10 } } }),
  kind("link v0 type macsec", { kind: "macsec" }, onV0),
  kind("type gre local 192.0.2.1 remote 192.0.2.2", {
    data: { gre: { local: "192.0.2.1", remote: "192.0.2.2" } },
  }),
  // The kernel chooses attributes that are not sent; ip sends these.
  kind("type ip6tnl local 2001:db8::1 remote 2001:db8::2", {
    data: { ip6tnl: { local: "2001:db8::1", remote: "2001:db8::2", encapLimit: 4, ttl: 64, encapFlags: 2 } },
  }),
  kind("type bridge no_linklocal_learn 1", {
    data: { bridge: { multiBoolopt: { optval: 1 } } },
  }),
];

const rule = (words: string, value: object, option = "-4"): MinimalRequest => ({
  tool: `ip ${option} rule add ${words} priority 998`,
  ours: (nl) => nl.rule.add$({ priority: 998, ...(option === "-6" && { family: "inet6" }), ...value }),
  undo: `ip ${option} rule del priority 998`,
  object: "rule",
  match: () => ({ priority: 998 }),
});

const RULES: readonly MinimalRequest[] = [
  rule("from 192.0.2.1", { src: "192.0.2.1" }),
  rule("from 192.0.2.1", { family: "inet", src: "192.0.2.1" }),
  rule("to 2001:db8::/32", { dst: "2001:db8::", dstLen: 32 }, "-6"),
  rule("from all", { family: "inet6" }, "-6"),
  rule("from all blackhole", { action: "blackhole" }),
  rule("from all goto 32766", { goto: 32_766 }),
  rule("from all l3mdev", { l3mdev: 1 }),
  rule("from all fwmark 5", { fwmark: 5 }),
  rule("from all sport 53", { sportRange: { start: 53 } }),
  rule("from all uidrange 7-7", { uidRange: { start: 7 } }),
];

const address = (words: string, value: object): MinimalRequest => ({
  tool: `ip address add ${words} dev v0`,
  ours: (nl, of) => nl.address.add$({ index: of.v0!, ...value }),
  undo: `ip address del ${words.split(" ")[0]} dev v0`,
  object: "address",
  match: (of) => ({ index: of.v0!, ...("local" in value ? { local: value.local } : value) }),
});

const lifetimes = "valid_lft 3600 preferred_lft 3600";
const OTHERS: readonly MinimalRequest[] = [
  address("198.51.100.1", { local: "198.51.100.1" }),
  address(`198.51.100.1/24 ${lifetimes}`, {
    local: "198.51.100.1",
    prefixlen: 24,
    cacheinfo: { valid: 3600 },
  }),
  address("198.51.100.1/24 valid_lft forever preferred_lft 100", {
    local: "198.51.100.1",
    prefixlen: 24,
    cacheinfo: { prefered: 100 },
  }),
  {
    tool: "ip route add 198.51.100.0/24 via 192.0.2.2 proto static",
    ours: (nl) => nl.route.add$({ dst: "198.51.100.0", dstLen: 24, gateway: "192.0.2.2" }),
    undo: "ip route del 198.51.100.0/24",
    object: "route",
    match: () => ({ dst: "198.51.100.0" }),
  },
  {
    tool: "ip route add 198.51.100.0/24 proto static via inet6 2001:db8::2 dev v0",
    ours: (nl, of) =>
      nl.route.add$({ dst: "198.51.100.0", dstLen: 24, oif: of.v0!, via: { address: "2001:db8::2" } }),
    undo: "ip route del 198.51.100.0/24",
    object: "route",
    match: () => ({ dst: "198.51.100.0" }),
  },
  {
    tool: "ip neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev v0",
    ours: (nl, of) =>
      nl.neighbour.add$({ ndmIfindex: of.v0!, dst: "192.0.2.7", lladdr: "02:00:00:00:00:07" }),
    undo: "ip neigh del 192.0.2.7 dev v0",
    object: "neighbour",
    match: () => ({ dst: "192.0.2.7" }),
  },
  {
    tool: "ip nexthop add id 5 dev v0; ip nexthop add id 6 group 5",
    ours: (nl) => nl.nexthop.add$({ id: 6, group: [{ id: 5 }] }),
    undo: "ip nexthop del id 6",
    object: "nexthop",
    match: () => ({ id: 6 }),
  },
  {
    tool: "ip addrlabel add prefix 2001:db8:7::1 label 99",
    ours: (nl) => nl.addrlabel.add$({ address: "2001:db8:7::1", label: 99 }),
    undo: "ip addrlabel del prefix 2001:db8:7::1 label 99",
    object: "addrlabel",
    match: () => ({ label: 99 }),
  },
];

export const MINIMAL_REQUESTS: readonly MinimalRequest[] = [...KINDS, ...RULES, ...OTHERS];
