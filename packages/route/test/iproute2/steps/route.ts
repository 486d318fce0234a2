import { nexthopFlags } from "#src/common/route-enums.js";
import { routeFeatures } from "#src/route/metrics.js";
import type { SideBySide } from "./step.js";

const { onlink } = nexthopFlags.bits;

/** IPv4 and IPv6 routes, with `ip route` and with rxnetlink; the protocol defaults to `boot` in `ip`, to `static` here. */
export const routeSteps: readonly SideBySide[] = [
  {
    title: "IPv4 routes",
    print: ["ip -j -d route show table all"],
    steps: [
      [
        "ip route add default via 192.0.2.2 protocol static",
        ({ route }) => route.add$({ gateway: "192.0.2.2" }),
      ],
      [
        "ip route add default via 192.0.2.3 protocol static",
        ({ route }) => route.add$({ gateway: "192.0.2.3" }),
        "EEXIST",
      ],
      [
        "ip route add 10.1.0.0/16 dev v0 protocol static",
        ({ route }, { v0 }) => route.add$({ dst: "10.1.0.0", dstLen: 16, oif: v0 }),
      ],
      [
        "ip route add 10.2.0.0/16 via 203.0.113.9 dev v0 onlink protocol bgp",
        ({ route }, { v0 }) =>
          route.add$({
            dst: "10.2.0.0",
            dstLen: 16,
            gateway: "203.0.113.9",
            oif: v0,
            flags: onlink,
            protocol: "bgp",
          }),
      ],
      [
        "ip route add 10.3.0.0/16 via 192.0.2.2 realms 1/2 tos 0x10 metric 7 src 192.0.2.1 table 1000 protocol static",
        ({ route }) =>
          route.add$({
            dst: "10.3.0.0",
            dstLen: 16,
            gateway: "192.0.2.2",
            flow: 0x1_0002,
            tos: 16,
            priority: 7,
            prefsrc: "192.0.2.1",
            table: 1000,
          }),
      ],
      ...(["blackhole", "unreachable", "prohibit", "throw"] as const).map(
        (type, n) =>
          [
            `ip route add ${type} 10.1${n}.0.0/16 protocol static`,
            ({ route }) => route.add$({ type, dst: `10.1${n}.0.0`, dstLen: 16 }),
          ] satisfies SideBySide["steps"][number],
      ),
      [
        "ip route add local 10.20.0.1 dev lo table 7 protocol static",
        ({ route }, { lo }) => route.add$({ type: "local", dst: "10.20.0.1", oif: lo, table: 7 }),
      ],
      [
        "ip route add broadcast 10.20.0.255 dev v0 protocol static",
        ({ route }, { v0 }) => route.add$({ type: "broadcast", dst: "10.20.0.255", oif: v0 }),
      ],
      [
        "ip route add multicast 239.0.0.0/8 dev v0 protocol static",
        ({ route }, { v0 }) => route.add$({ type: "multicast", dst: "239.0.0.0", dstLen: 8, oif: v0 }),
      ],
      [
        `ip route add 10.4.0.0/16 via 192.0.2.2 mtu lock 1400 window 10000 rtt 100ms rttvar 50ms ssthresh 5 cwnd 10
          initcwnd 12 initrwnd 14 advmss 1000 reordering 4 hoplimit 33 features ecn rto_min 200ms quickack 1
          congctl reno fastopen_no_cookie 1 protocol static`.replaceAll("\n", " "),
        ({ route }) =>
          route.add$({
            dst: "10.4.0.0",
            dstLen: 16,
            gateway: "192.0.2.2",
            metrics: {
              lock: 1 << 2,
              mtu: 1400,
              window: 10_000,
              rtt: 800,
              rttvar: 200,
              ssthresh: 5,
              cwnd: 10,
              initcwnd: 12,
              initrwnd: 14,
              advmss: 1000,
              reordering: 4,
              hoplimit: 33,
              features: routeFeatures.bits.ecn,
              rtoMin: 200,
              quickack: 1,
              ccAlgo: "reno",
              fastopenNoCookie: 1,
            },
          }),
      ],
      [
        "ip route add 10.5.0.0/16 via inet6 2001:db8::2 dev v0 protocol static",
        ({ route }, { v0 }) =>
          route.add$({
            dst: "10.5.0.0",
            dstLen: 16,
            via: { family: "inet6", address: "2001:db8::2" },
            oif: v0,
          }),
      ],
      [
        `ip route add 10.6.0.0/16 protocol static nexthop via 192.0.2.2 weight 5 nexthop via 192.0.2.3 dev v0
          nexthop via inet6 2001:db8::2 dev v0 nexthop via 203.0.113.5 dev v0 onlink`.replaceAll("\n", " "),
        ({ route }, { v0 }) =>
          route.add$({
            dst: "10.6.0.0",
            dstLen: 16,
            multipath: [
              { gateway: "192.0.2.2", hops: 4 },
              { gateway: "192.0.2.3", ifindex: v0 },
              { via: { family: "inet6", address: "2001:db8::2" }, ifindex: v0 },
              { gateway: "203.0.113.5", ifindex: v0, flags: onlink },
            ],
          }),
      ],
      [
        "ip route change 10.1.0.0/16 via 192.0.2.9 protocol static",
        ({ route }) => route.change$({ dst: "10.1.0.0", dstLen: 16, gateway: "192.0.2.9" }),
      ],
      [
        "ip route change 10.99.0.0/16 via 192.0.2.9 protocol static",
        ({ route }) => route.change$({ dst: "10.99.0.0", dstLen: 16, gateway: "192.0.2.9" }),
        "ENOENT",
      ],
      [
        "ip route replace 10.6.0.0/16 via 192.0.2.9 protocol static",
        ({ route }) => route.replace$({ dst: "10.6.0.0", dstLen: 16, gateway: "192.0.2.9" }),
      ],
      [
        "ip route append 10.6.0.0/16 via 192.0.2.8 protocol static",
        ({ route }) => route.append$({ dst: "10.6.0.0", dstLen: 16, gateway: "192.0.2.8" }),
      ],
      [
        "ip route prepend 10.6.0.0/16 via 192.0.2.7 protocol static",
        ({ route }) => route.prepend$({ dst: "10.6.0.0", dstLen: 16, gateway: "192.0.2.7" }),
      ],
      [
        "ip route add 203.0.113.0/24 via 198.51.100.1 protocol static",
        ({ route }) => route.add$({ dst: "203.0.113.0", dstLen: 24, gateway: "198.51.100.1" }),
        "ENETUNREACH",
      ],
      ["ip route delete 10.6.0.0/16", ({ route }) => route.delete$({ dst: "10.6.0.0", dstLen: 16 })],
      [
        "ip route delete 10.3.0.0/16 tos 0x10 table 1000",
        ({ route }) => route.delete$({ dst: "10.3.0.0", dstLen: 16, tos: 16, table: 1000 }),
      ],
      [
        "ip route delete 10.3.0.0/16 table 1000",
        ({ route }) => route.delete$({ dst: "10.3.0.0", dstLen: 16, table: 1000 }),
        "ESRCH",
      ],
      [
        "ip -4 route flush table main protocol static",
        ({ route }) => route.flush$({ family: "inet", table: 254, protocol: "static" }),
      ],
    ],
  },
  {
    title: "IPv6 routes",
    print: ["ip -j -d -6 route"],
    steps: [
      [
        "ip -6 route add default via 2001:db8::2 protocol static",
        ({ route }) => route.add$({ gateway: "2001:db8::2" }),
      ],
      [
        "ip -6 route add 2001:db8:1::/48 via fe80::2 dev v0 metric 5 pref high expires 9000 mtu 1400 protocol static",
        ({ route }, { v0 }) =>
          route.add$({
            dst: "2001:db8:1::",
            dstLen: 48,
            gateway: "fe80::2",
            oif: v0,
            priority: 5,
            pref: "high",
            expires: 9000,
            metrics: { mtu: 1400 },
          }),
      ],
      [
        "ip -6 route add 2001:db8:2::/48 from 2001:db8:3::/48 via 2001:db8::2 protocol static",
        ({ route }) =>
          route.add$({
            dst: "2001:db8:2::",
            dstLen: 48,
            src: "2001:db8:3::",
            srcLen: 48,
            gateway: "2001:db8::2",
          }),
      ],
      [
        "ip -6 route add unreachable 2001:db8:4::/48 metric 99 protocol static",
        ({ route }) => route.add$({ type: "unreachable", dst: "2001:db8:4::", dstLen: 48, priority: 99 }),
      ],
      [
        "ip -6 route add 2001:db8:5::/48 protocol static nexthop via 2001:db8::2 weight 3 nexthop via 2001:db8::3",
        ({ route }) =>
          route.add$({
            dst: "2001:db8:5::",
            dstLen: 48,
            multipath: [{ gateway: "2001:db8::2", hops: 2 }, { gateway: "2001:db8::3" }],
          }),
      ],
      [
        "ip -6 route append 2001:db8:5::/48 via 2001:db8::4 protocol static",
        ({ route }) => route.append$({ dst: "2001:db8:5::", dstLen: 48, gateway: "2001:db8::4" }),
      ],
      [
        "ip -6 route change 2001:db8:4::/48 via 2001:db8::5 metric 99 protocol static",
        ({ route }) =>
          route.change$({ dst: "2001:db8:4::", dstLen: 48, gateway: "2001:db8::5", priority: 99 }),
      ],
      [
        "ip -6 route replace 2001:db8:5::/48 via 2001:db8::6 protocol static",
        ({ route }) => route.replace$({ dst: "2001:db8:5::", dstLen: 48, gateway: "2001:db8::6" }),
      ],
      [
        "ip -6 route delete 2001:db8:5::/48",
        ({ route }) => route.delete$({ dst: "2001:db8:5::", dstLen: 48 }),
      ],
      [
        "ip -6 route delete 2001:db8:5::/48",
        ({ route }) => route.delete$({ dst: "2001:db8:5::", dstLen: 48 }),
        "ESRCH",
      ],
    ],
  },
];
