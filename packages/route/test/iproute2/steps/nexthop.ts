import { nexthopFlags } from "#src/common/route-enums.js";
import type { SideBySide } from "./step.js";

const print = ["ip -j -d nexthop", "ip -j -d route", "ip -j -d -6 route", "ip -j -d nexthop bucket"];
const skipped = { idle_time: "it runs", unbalanced_time: "it runs" };

/** Nexthop objects, with `ip nexthop` and with rxnetlink. */
export const nexthopSteps: readonly SideBySide[] = [
  {
    title: "nexthops",
    print,
    steps: [
      [
        "ip nexthop add id 1 via 192.0.2.2 dev v0",
        ({ nexthop }, { v0 }) => nexthop.add$({ id: 1, gateway: "192.0.2.2", oif: v0 }),
      ],
      [
        "ip nexthop add id 1 via 192.0.2.3 dev v0",
        ({ nexthop }, { v0 }) => nexthop.add$({ id: 1, gateway: "192.0.2.3", oif: v0 }),
        "EEXIST",
      ],
      [
        "ip nexthop add id 2 via 203.0.113.9 dev v0 onlink protocol bgp",
        ({ nexthop }, { v0 }) =>
          nexthop.add$({
            id: 2,
            gateway: "203.0.113.9",
            oif: v0,
            flags: nexthopFlags.bits.onlink,
            protocol: "bgp",
          }),
      ],
      [
        "ip nexthop add id 3 via 2001:db8::2 dev v0",
        ({ nexthop }, { v0 }) => nexthop.add$({ id: 3, gateway: "2001:db8::2", oif: v0 }),
      ],
      ["ip nexthop add id 4 dev v0", ({ nexthop }, { v0 }) => nexthop.add$({ id: 4, oif: v0 })],
      ["ip nexthop add id 5 blackhole", ({ nexthop }) => nexthop.add$({ id: 5, blackhole: true })],
      [
        "ip -6 nexthop add id 6 blackhole",
        ({ nexthop }) => nexthop.add$({ id: 6, family: "inet6", blackhole: true }),
      ],
      [
        "ip nexthop add id 7 encap ip id 5 dst 10.0.0.1 ttl 9 via 192.0.2.2 dev v0",
        ({ nexthop }, { v0 }) =>
          nexthop.add$({
            id: 7,
            encap: { ip: { id: 5n, dst: "10.0.0.1", ttl: 9 } },
            gateway: "192.0.2.2",
            oif: v0,
          }),
      ],
      [
        "ip nexthop add id 8 via 192.0.2.9 fdb",
        ({ nexthop }) => nexthop.add$({ id: 8, gateway: "192.0.2.9", fdb: true }),
      ],
      [
        "ip route add 198.51.100.0/24 nhid 1",
        ({ route }) => route.add$({ dst: "198.51.100.0", dstLen: 24, nhId: 1, protocol: "boot" }),
      ],
      [
        "ip -6 route add 2001:db8:9::/48 nhid 3",
        ({ route }) => route.add$({ dst: "2001:db8:9::", dstLen: 48, nhId: 3, protocol: "boot" }),
      ],
      [
        "ip nexthop replace id 1 via 192.0.2.4 dev v0",
        ({ nexthop }, { v0 }) => nexthop.replace$({ id: 1, gateway: "192.0.2.4", oif: v0 }),
      ],
      [
        "ip nexthop replace id 9 via 192.0.2.5 dev v0",
        ({ nexthop }, { v0 }) => nexthop.replace$({ id: 9, gateway: "192.0.2.5", oif: v0 }),
      ],
      ["ip nexthop delete id 3", ({ nexthop }) => nexthop.delete$({ id: 3 })],
      ["ip nexthop delete id 3", ({ nexthop }) => nexthop.delete$({ id: 3 }), "ENOENT"],
      ["ip nexthop flush protocol 186", ({ nexthop }) => nexthop.flush$({ protocol: "bgp" })],
      ["ip nexthop flush", ({ nexthop }) => nexthop.flush$("all")],
    ],
  },
  {
    title: "nexthop groups",
    setup: `ip nexthop add id 1 via 192.0.2.2 dev v0; ip nexthop add id 2 via 192.0.2.3 dev v0
      ip nexthop add id 3 via 2001:db8::2 dev v0; ip nexthop add id 4 via 2001:db8::3 dev v0
      ip nexthop add id 5 via 192.0.2.5 fdb; ip nexthop add id 6 via 192.0.2.6 fdb`,
    print,
    skipped,
    steps: [
      [
        "ip nexthop add id 10 group 1,10/2,3",
        ({ nexthop }) =>
          nexthop.add$({
            id: 10,
            group: [
              { id: 1, weight: 9 },
              { id: 2, weight: 2 },
            ],
          }),
      ],
      [
        "ip nexthop add id 11 group 3/4",
        ({ nexthop }) => nexthop.add$({ id: 11, group: [{ id: 3 }, { id: 4 }] }),
      ],
      [
        "ip nexthop add id 12 group 1/2 type resilient buckets 8 idle_timer 60 unbalanced_timer 300",
        ({ nexthop }) =>
          nexthop.add$({
            id: 12,
            group: [{ id: 1 }, { id: 2 }],
            groupType: "res",
            resGroup: { buckets: 8, idleTimer: 6000, unbalancedTimer: 30_000 },
          }),
      ],
      [
        "ip nexthop add id 13 group 5/6 fdb",
        ({ nexthop }) => nexthop.add$({ id: 13, group: [{ id: 5 }, { id: 6 }], fdb: true }),
      ],
      [
        "ip nexthop add id 14 group 1/99",
        ({ nexthop }) => nexthop.add$({ id: 14, group: [{ id: 1 }, { id: 99 }] }),
        "EINVAL",
      ],
      [
        "ip route add 198.51.100.0/24 nhid 10",
        ({ route }) => route.add$({ dst: "198.51.100.0", dstLen: 24, nhId: 10, protocol: "boot" }),
      ],
      [
        "ip -6 route add 2001:db8:9::/48 nhid 11",
        ({ route }) => route.add$({ dst: "2001:db8:9::", dstLen: 48, nhId: 11, protocol: "boot" }),
      ],
      ["ip nexthop replace id 10 group 2", ({ nexthop }) => nexthop.replace$({ id: 10, group: [{ id: 2 }] })],
      [
        "ip nexthop replace id 12 group 1/2 type resilient idle_timer 90",
        ({ nexthop }) =>
          nexthop.replace$({
            id: 12,
            group: [{ id: 1 }, { id: 2 }],
            groupType: "res",
            resGroup: { idleTimer: 9000 },
          }),
      ],
      ["ip nexthop delete id 1", ({ nexthop }) => nexthop.delete$({ id: 1 })],
      ["ip nexthop delete id 10", ({ nexthop }) => nexthop.delete$({ id: 10 })],
      ["ip nexthop flush", ({ nexthop }) => nexthop.flush$("all")],
    ],
  },
];
