// What is made with iproute2, compared, removed with ours and made again with ours: one line an object.
import { pick } from "@rxnetlink/core";
import type { Address } from "#src/address/layout.js";
import type { Mdb } from "#src/bridge/mdb/layout.js";
import type { Tunnel } from "#src/bridge/tunnel.js";
import type { BridgeVlan } from "#src/bridge/vlan/layout.js";
import type { Fdb, Neighbour } from "#src/neighbour/layout.js";
import type { Nexthop } from "#src/nexthop/layout.js";
import type { Rule } from "#src/rule/layout.js";
import { ruleObject } from "#src/rule/rule.js";
import type { Case } from "./case.js";
import { addressAsIp, type Json } from "./kernel-and-tool.js";
import * as as from "./objects.js";
import { MPLS, routeCases } from "./route-cases.js";

const AGE = "its age: it runs";
/** The kernel makes them at a time of its own. */
const ofMulticast = (address: unknown) => /^(ff|22[4-9]\.|23\d\.)/.test(String(address));
const BRIDGE = "ip link add br0 type bridge; ip link set br0 up; ip link set v1 master br0;";
const VXLAN = "ip link add vx0 type vxlan id 42 local 192.0.2.1 dstport 4789; ip link set vx0 up;";
const nexthopAgain = ({ resGroup, ...nexthop }: Nexthop) => [
  {
    ...pick(nexthop, "family", "id", "group", "groupType", "blackhole", "oif", "gateway", "fdb", "protocol"),
    ...(resGroup && { resGroup: pick(resGroup, "buckets", "idleTimer", "unbalancedTimer") }),
  },
];

const NEXTHOPS = `
  ip nexthop add id 1 via 192.0.2.2 dev v0; ip nexthop add id 2 via 192.0.2.3 dev v0 protocol bgp
  ip nexthop add id 3 via 2001:db8::2 dev v0; ip nexthop add id 20 blackhole; ip nexthop add id 30 via 192.0.2.9 fdb
  ip nexthop add id 40 group 1,3/2; ip nexthop add id 41 group 1,3/2 type resilient buckets 4 idle_timer 60 \\
    unbalanced_timer 300`;

const ruleAgain = (rule: Rule) => ruleObject.keysOf!(rule, "delete") as object[];
const ruled = (title: string, option: string, family: string, setup: string): Case => ({
  title,
  object: "rule",
  setup,
  print: `ip -j -d ${option} rule`,
  match: { family },
  asIp: as.ruleAsIp,
  mine: ({ priority = 0 }: Rule) => priority >= 100 && priority < 200,
  key: (rule: Rule) => pick(rule, "family", "priority"),
  again: ruleAgain,
});

const others: Case[] = [
  {
    title: "addresses",
    object: "address",
    setup: `ip address add 198.51.100.1/24 dev v0 metric 77 label v0:x brd +
      ip address add 2001:db8:9::1/64 dev v0 metric 88 nodad`,
    print: "ip -j -d address",
    // Those of the kernel are being checked for duplicates, or no longer.
    rows: (links: { addr_info: Json[] }[]) =>
      links.flatMap(({ addr_info }) => addr_info ?? []).filter(({ scope }) => scope !== "link"),
    asIp: (address: Address) => (address.scope === "link" ? [] : addressAsIp(address)),
    mine: ({ rtPriority }: { rtPriority?: number }) => rtPriority !== undefined,
    key: (address: never) => pick(address as { address?: string }, "address"),
    again: (address: object) => [{ ...address, cacheinfo: undefined, ifaFlags: undefined }],
  },
  {
    title: "nexthops and groups",
    object: "nexthop",
    setup: NEXTHOPS,
    print: "ip -j -d nexthop",
    asIp: as.nexthopAsIp,
    mine: () => true,
    gone: ["id"],
    key: (nexthop: Nexthop) => pick(nexthop, "id"),
    again: nexthopAgain,
  },
  {
    title: "buckets of nexthop groups",
    object: "nexthopBucket",
    setup: NEXTHOPS,
    print: "ip -j -d nexthop bucket",
    asIp: as.bucketAsIp,
    skipped: { "bucket.idle_time": AGE },
  },
  {
    title: "neighbours",
    object: "neighbour",
    setup: `ip neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev v0
      ip neigh add 2001:db8::7 lladdr 02:00:00:00:00:07 dev v0 router extern_learn protocol bgp nud stale
      ip neigh add 2001:db8::8 lladdr 02:00:00:00:00:08 dev v0 nud noarp`,
    print: "ip -j -d -s neigh show nud all",
    rows: (rows: Json[]) => rows.filter(({ dst }) => !ofMulticast(dst)),
    asIp: (neighbour: Neighbour, nameOf) =>
      ofMulticast(neighbour.dst) ? [] : as.neighbourAsIp(neighbour, nameOf),
    gone: ["dst", "dev"],
    skipped: { used: AGE, confirmed: AGE, updated: AGE, refcnt: "who looks at it holds it" },
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
    asIp: as.neighbourAsIp,
    silent: "the kernel keeps proxies to itself",
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
    // What the bridge learns comes at a time of its own, and has no state.
    rows: (rows: Json[]) => rows.filter(({ state }) => state !== ""),
    asIp: (fdb: Fdb, nameOf) => {
      const printed = as.fdbAsIp(fdb, nameOf);
      return printed.state === "" ? [] : printed;
    },
    skipped: { used: AGE, updated: AGE, protocol: "bridge prints it from 6.3 on" },
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
    title: "multicast databases",
    object: "mdb",
    setup: `${BRIDGE} bridge mdb add dev br0 port v1 grp 239.1.1.1 permanent
      bridge mdb add dev br0 port v1 grp 239.1.1.2 src 192.0.2.50 permanent
      bridge mdb add dev br0 port v1 grp ff05::9 permanent
      bridge mdb add dev br0 port v1 grp 01:00:5e:00:00:09 permanent`,
    print: "bridge -j -d -s mdb",
    rows: ([{ mdb }]: [{ mdb: Json[] }]) => mdb.filter(({ state }) => state === "permanent"),
    asIp: (mdb: Mdb, nameOf) => as.mdbAsIp(mdb, nameOf).filter(({ state }) => state === "permanent"),
    skipped: { timer: AGE },
    mine: ({ mdb }: Mdb) => mdb !== undefined,
    key: () => "all",
    again: ({ ifindex, mdb }: Mdb) =>
      mdb!
        .entry!.flatMap(({ info }) => info!)
        .filter(({ entry }) => entry.state === "permanent")
        .map(({ entry, attrs }) => ({
          ifindex,
          entry,
          ...(attrs.source && { entryAttrs: { source: attrs.source } }),
        })),
  },
  {
    // In a user namespace there is nobody but its root.
    needs: "ip rule add uidrange 100-200 table 9",
    ...ruled(
      "rules of IPv4",
      "",
      "inet",
      `
    ip rule add pref 100 from 192.0.2.0/24 to 10.0.0.0/8 fwmark 0x1/0xff iif v0 oif v1 table 100
    ip rule add pref 101 uidrange 100-200 ipproto tcp sport 1-2 dport 80 lookup 1000 suppress_prefixlength 0 \\
      suppress_ifgroup 5 protocol bgp
    ip rule add pref 102 not tos 0x10 goto 32766; ip rule add pref 103 l3mdev; ip rule add pref 104 prohibit
    ip rule add pref 105 iif nosuch goto 300; ip rule add pref 106 tun_id 5 realms 1/2 lookup 7`,
    ),
  },
  ruled(
    "rules of IPv6",
    "-6",
    "inet6",
    `
    ip -6 rule add pref 100 from 2001:db8::/32 lookup 100; ip -6 rule add pref 101 to 2001:db8::1 unreachable
    ip -6 rule add pref 102 ipproto udp dport 1000-2000 fwmark 7 lookup main`,
  ),
  {
    title: "address labels",
    object: "addrlabel",
    setup:
      "ip addrlabel add prefix 2001:db8::/32 label 99; ip addrlabel add prefix 2001:db9::/32 dev v0 label 98",
    print: "ip -j addrlabel",
    asIp: as.addrlabelAsIp,
    mine: ({ label }: { label?: number }) => label === 98 || label === 99,
    key: (label: never) => pick(label as { label?: number }, "label"),
    again: (label: never) => [
      pick(label as Record<string, unknown>, "prefixlen", "index", "address", "label"),
    ],
  },
  {
    title: "netconf",
    object: "netconf",
    setup: "echo 1 >/proc/sys/net/ipv4/conf/v0/forwarding; echo 2 >/proc/sys/net/ipv4/conf/v0/rp_filter",
    print: "ip -j netconf",
    asIp: as.netconfAsIp,
  },
  {
    title: "netconf of MPLS",
    object: "netconf",
    needs: MPLS,
    setup: "echo 1 >/proc/sys/net/mpls/conf/v0/input",
    print: "ip -j -f mpls netconf",
    match: { family: "mpls" },
    asIp: as.netconfAsIp,
  },
  {
    title: "neighbour tables",
    object: "neighbourTable",
    setup: "ip ntable change name arp_cache dev v0 retrans 2000 queue 7",
    print: "ip -j ntable",
    asIp: as.neighbourTableAsIp,
    skipped: { reachable: "the kernel draws it anew from time to time", refcnt: "who looks at it holds it" },
  },
  {
    title: "VLANs of bridges",
    object: "bridgeVlan",
    needs: "ip link add b9 type bridge vlan_filtering 1",
    setup: `${BRIDGE} ip link set br0 type bridge vlan_filtering 1
      bridge vlan add dev v1 vid 10 pvid untagged; bridge vlan add dev v1 vid 20-25
      bridge vlan add dev br0 vid 10 self; bridge vlan set vid 20 dev v1 state blocking`,
    print: "bridge -j -d vlan",
    // The kernel tells of a port that has none, too.
    asIp: (vlan: BridgeVlan, nameOf) => (vlan.entry === undefined ? [] : as.vlanAsIp(vlan, nameOf)),
    silent: "the kernel tells of what was asked for, and not of the whole port",
    mine: ({ entry = [] }: BridgeVlan) => entry.some(({ info }) => info!.vid === 20),
    key: (vlan: BridgeVlan) => pick(vlan, "ifindex"),
    again: ({ ifindex, entry = [] }: BridgeVlan) =>
      entry.map((one) => ({ ifindex, entry: [pick(one, "info", "range", "state")] })),
  },
  {
    title: "VNI filters",
    object: "tunnel",
    needs: "ip link add x9 type vxlan external vnifilter dstport 4799",
    setup: `ip link add vxe type vxlan external vnifilter dstport 4790 dev v0 local 192.0.2.1; ip link set vxe up
      bridge vni add dev vxe vni 100-102 group 239.1.1.1; bridge vni add dev vxe vni 200 remote 192.0.2.77`,
    print: "bridge -j -d vni",
    asIp: as.tunnelAsIp,
    told: as.vniByVni,
    mine: () => true,
    key: (tunnel: Tunnel) => pick(tunnel, "ifindex"),
    again: ({ ifindex, entry = [] }: Tunnel) => [
      { ifindex, entry: entry.map((vnis) => pick(vnis, "start", "end", "group")) },
    ],
  },
];

/** All comparisons. */
export const cases: readonly Case[] = [...routeCases, ...others];
