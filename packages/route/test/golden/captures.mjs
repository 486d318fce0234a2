// The messages that `npm run golden` captures: how to cause each one in an empty network namespace, and which of the
// messages received is the one. `before` runs first; `run` runs while the socket is listening.

import { capturesOf } from "../../../../tools/capture.mjs";
import { NLM_F_ACK, NLM_F_CREATE, NLM_F_DUMP, NLM_F_EXCL } from "../../../core/dist/schema.js";
import { layoutsOf } from "../../../testing/dist/golden/golden.js";
import { addressObject, linkObject, NETLINK_ROUTE, routeFlags, routeObject } from "../../dist/index.js";
import { objects } from "../../dist-test/test/support/objects.js";

const { reply, row, notification, end } = capturesOf({
  protocol: NETLINK_ROUTE,
  layoutOf: layoutsOf(...objects),
});

const OTHER = "unshare -n sleep 5 >/dev/null 2>&1 & sleep 0.2";
const VETH = [
  "ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02",
  "ip link set v0 up; ip link set v1 up",
];
const ADDRESSED = [...VETH, "ip addr add 192.0.2.1/24 dev v0; ip -6 addr add 2001:db8::1/64 dev v0 nodad"];
const link = (...args) => reply(linkObject, ...args);
const address = (name, before, family, pick) => row(addressObject, name, before, { family }, pick);
const routed = (name, route, family, pick) =>
  row(routeObject, name, [...ADDRESSED, ...route], { family }, pick);
const to =
  (dst, type = "unicast") =>
  (route) =>
    route.dst === dst && route.type === type;

const links = [
  link("lo", ["ip link set lo up"], { ifname: "lo" }),
  link("veth-peer-elsewhere", [`${OTHER}; ip link add v0 type veth peer name v1 netns $!`], { ifname: "v0" }),
  link(
    "bridge",
    [
      "ip link add br0 address 02:00:00:00:00:10 type bridge stp_state 1 priority 4096 forward_delay 400 " +
        "ageing_time 10000 mcast_querier 1 mcast_igmp_version 3 group_fwd_mask 16384",
      "ip link set br0 up",
    ],
    { ifname: "br0" },
  ),
  link("bridge-port", [...VETH, "ip link add br0 type bridge; ip link set v0 master br0"], { ifname: "v0" }),
  link(
    "vxlan",
    [
      ...ADDRESSED,
      "ip link add vx0 type vxlan id 42 remote 192.0.2.2 local 192.0.2.1 dev v0 dstport 4789 srcport 40000 50000 " +
        "ttl 64 tos 1 ageing 120 maxaddress 1000 proxy rsc l2miss l3miss noudpcsum df set gbp nolearning",
    ],
    { ifname: "vx0" },
  ),
  link(
    "vxlan-ipv6",
    [
      ...ADDRESSED,
      "ip link add vx6 type vxlan id 16777215 group ff05::100 local 2001:db8::1 dev v0 dstport 8472 ttl inherit " +
        "udp6zerocsumtx udp6zerocsumrx flowlabel 0x12345",
    ],
    { ifname: "vx6" },
  ),
  link("vxlan-external", ["ip link add vxe type vxlan external vnifilter dstport 4790 gpe"], {
    ifname: "vxe",
  }),
  link("ifb", ["ip link add ifb0 numtxqueues 2 numrxqueues 2 type ifb; ip link set ifb0 up"], {
    ifname: "ifb0",
  }),
  link("tun", ["ip tuntap add tun0 mode tun multi_queue user 1000 group 1000"], { ifname: "tun0" }),
  link("tap", ["ip tuntap add tap0 mode tap vnet_hdr"], { ifname: "tap0" }),
  link("macvlan", [...VETH, "ip link add mv0 link v0 type macvlan mode bridge"], { ifname: "mv0" }),
  link("macvtap", [...VETH, "ip link add mvt0 link v0 type macvtap mode vepa"], { ifname: "mvt0" }),
  link(
    "altname",
    [...VETH, "ip link property add dev v0 altname a-rather-long-alternative-name altname wan"],
    {
      altIfname: "wan",
    },
  ),
  link(
    "alias-group",
    [
      ...VETH,
      "ip link set v0 alias 'uplink to Zürich' group 42 mtu 9000 txqueuelen 500 promisc on allmulticast on",
    ],
    { ifname: "v0", extMask: 9 },
  ),
  notification(
    linkObject,
    "bridge-notification",
    [...VETH, "ip link add br0 type bridge; ip link set br0 up"],
    "ip link set v0 master br0",
    "new",
    ({ family }) => family === "bridge",
  ),
  notification(linkObject, "deleted", VETH, "ip link del v0", "delete", ({ ifname }) => ifname === "v0"),
  notification(linkObject, "moved", VETH, `${OTHER}; ip link set v0 netns $!`, "delete"),
];

const addresses = [
  address("loopback", ["ip link set lo up"], "inet", () => true),
  address(
    "ipv4-label",
    [
      ...VETH,
      "ip addr add 192.0.2.1/24 brd + label v0:wan dev v0 valid_lft 3600 preferred_lft 1800 metric 77",
    ],
    "inet",
    ({ label }) => label === "v0:wan",
  ),
  address(
    "ipv4-peer",
    [...VETH, "ip addr add 192.0.2.1 peer 192.0.2.2/32 dev v0"],
    "inet",
    (one) => one.local === "192.0.2.1",
  ),
  address(
    "ipv4-secondary",
    [...ADDRESSED, "ip addr add 192.0.2.7/24 dev v0 noprefixroute"],
    "inet",
    (one) => one.local === "192.0.2.7",
  ),
  address("ipv6-link-local", [...VETH, "sleep 2.2"], "inet6", ({ scope }) => scope === "link"),
  address(
    "ipv6-tentative",
    [...VETH, "ip addr add 2001:db8::2/64 dev v0 preferred_lft 600 valid_lft 1200"],
    "inet6",
    (one) => one.address === "2001:db8::2",
  ),
  address("ipv6-permanent", ADDRESSED, "inet6", (one) => one.address === "2001:db8::1"),
  address(
    "ipv6-peer",
    [...VETH, "ip addr add 2001:db8::1 peer 2001:db8::9/128 dev v0 nodad home"],
    "inet6",
    (one) => one.local === "2001:db8::1",
  ),
  notification(addressObject, "deleted", ADDRESSED, "ip addr del 192.0.2.1/24 dev v0", "delete"),
];

const routes = [
  routed(
    "default-ipv4",
    ["ip route add default via 192.0.2.254"],
    "inet",
    (one) => one.gateway !== undefined,
  ),
  routed(
    "default-ipv6",
    ["ip -6 route add default via fe80::1 dev v0 metric 100 pref high expires 600"],
    "inet6",
    (one) => one.gateway === "fe80::1",
  ),
  routed("local", [], "inet", to("192.0.2.1", "local")),
  routed(
    "multipath-ipv4",
    [
      "ip route add 198.51.100.0/24 nexthop via 192.0.2.2 weight 3 nexthop via 192.0.2.3 onlink dev v0 realm 4",
    ],
    "inet",
    to("198.51.100.0"),
  ),
  routed(
    "multipath-ipv6",
    ["ip -6 route add 2001:db8:1::/48 nexthop via 2001:db8::2 weight 3 nexthop via fe80::3 dev v0"],
    "inet6",
    to("2001:db8:1::"),
  ),
  routed(
    "metrics",
    [
      "ip route add 198.51.100.0/24 via 192.0.2.2 mtu lock 1400 advmss 1300 congctl reno initcwnd 10 initrwnd 20 " +
        "rto_min 5ms features ecn quickack 1 fastopen_no_cookie 1 window 65535 hoplimit 33 rtt 100ms reordering 5",
    ],
    "inet",
    to("198.51.100.0"),
  ),
  routed(
    "blackhole",
    ["ip route add blackhole 198.51.100.0/24 metric 7"],
    "inet",
    to("198.51.100.0", "blackhole"),
  ),
  routed(
    "unreachable",
    ["ip -6 route add unreachable 2001:db8:2::/48"],
    "inet6",
    to("2001:db8:2::", "unreachable"),
  ),
  routed(
    "prohibit",
    ["ip -6 route add prohibit 2001:db8:2::/48 from 2001:db8:3::/64"],
    "inet6",
    to("2001:db8:2::", "prohibit"),
  ),
  routed("via-inet6", ["ip route add 198.51.100.0/24 via inet6 fe80::1 dev v0"], "inet", to("198.51.100.0")),
  routed(
    "prefsrc-table",
    [
      "ip route add 198.51.100.0/24 dev v0 src 192.0.2.1 tos 0x10 table 100000 proto bgp scope link realm 1/2",
    ],
    "inet",
    to("198.51.100.0"),
  ),
  routed(
    "nexthop-id",
    ["ip nexthop add id 11 via 192.0.2.2 dev v0; ip route add 198.51.100.0/24 nhid 11"],
    "inet",
    to("198.51.100.0"),
  ),
  routed(
    "encap-ip",
    [
      "ip route add 198.51.100.0/24 encap ip id 100 dst 192.0.2.9 src 192.0.2.1 ttl 64 tos 0 key csum via 192.0.2.2",
    ],
    "inet",
    to("198.51.100.0"),
  ),
  routed(
    "encap-seg6",
    ["ip -6 route add 2001:db8:4::/48 encap seg6 mode encap segs 2001:db8:5::1,2001:db8:5::2 dev v0"],
    "inet6",
    to("2001:db8:4::"),
  ),
  reply(routeObject, "get", [...ADDRESSED, "ip route add default via 192.0.2.254"], {
    family: "inet",
    dst: "203.0.113.1",
    dstLen: 32,
  }),
  reply(routeObject, "get-fibmatch", [...ADDRESSED, "ip -6 route add default via 2001:db8::fe"], {
    family: "inet6",
    dst: "2001:db8:ffff::1",
    dstLen: 128,
    flags: routeFlags.bits.fibMatch,
  }),
  notification(
    routeObject,
    "deleted",
    [...ADDRESSED, "ip route add 198.51.100.0/24 via 192.0.2.2"],
    "ip route del 198.51.100.0/24",
    "delete",
  ),
];

const CREATE = NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
const ends = [
  end("ack", linkObject, "new", CREATE, { ifname: "ifb0", linkinfo: { kind: "ifb" } }),
  end("error-unknown-kind", linkObject, "new", CREATE, {
    ifname: "x0",
    linkinfo: { kind: "nosuchkind" },
  }),
  end("error-attribute", linkObject, "new", CREATE, {
    ifname: "vx0",
    linkinfo: { data: { vxlan: { id: 1, df: 77 } } },
  }),
  end("error-policy", linkObject, "new", CREATE, {
    ifname: "vx0",
    linkinfo: { data: { vxlan: { id: 1, labelPolicy: 77 } } },
  }),
  end("error-bare", linkObject, "get", 0, { ifname: "nosuchlink" }),
  end("done", linkObject, "get", NLM_F_DUMP, {}),
  end("done-error", addressObject, "get", NLM_F_DUMP, { family: "inet", index: 4711 }),
  end("done-error-text", addressObject, "get", NLM_F_DUMP, { family: "inet", local: "192.0.2.1" }),
];

/** What is captured, in the order of the objects. */
export const captures = [...links, ...addresses, ...routes, ...ends];
