// Routes with an encapsulation, with `ip route` and with rxnetlink. No options of Geneve and the like: see cases/route.ts.
import type { Written } from "@rxnetlink/core";
import { concat, concatMap, from, toArray } from "rxjs";
import type { Encap } from "#src/route/encap/formats.js";
import { MPLS, XFRM } from "../cases/route.js";
import type { SideBySide, Step } from "./step.js";

const SEGMENT = "2001:db8:5::1";
const vrf =
  "ip link add vrf10 type vrf table 10; ip link set vrf10 up; echo 1 >/proc/sys/net/vrf/strict_mode";

/** Returns steps that add an IPv6 route through v0 with an encapsulation. */
const wrapped = (n: number, words: string, encap: Written<Encap>): Step => [
  `ip -6 route add 2001:db8:${n}::/48 encap ${words} dev v0 protocol static`,
  ({ route }, { v0 }) => route.add$({ dst: `2001:db8:${n}::`, dstLen: 48, oif: v0, encap }),
];

/** Returns steps that add an IPv4 route with an encapsulation. */
const wrapped4 = (n: number, words: string, encap: Written<Encap>): Step => [
  `ip route add 198.51.${n}.0/24 encap ${words} via 192.0.2.2 dev v0 protocol static`,
  ({ route }, { v0 }) =>
    route.add$({ dst: `198.51.${n}.0`, dstLen: 24, gateway: "192.0.2.2", oif: v0, encap }),
];

/** Deletes all routes and adds them again as listed, which must not lose anything. */
const madeAgain = (family: "inet" | "inet6"): Step => [
  "true",
  ({ route }) => {
    const match = { family, protocol: "static" } as const;
    return route.list$(match).pipe(
      toArray(),
      concatMap((routes) =>
        concat(route.flush$(match), from(routes).pipe(concatMap(({ cacheinfo, ...one }) => route.add$(one)))),
      ),
    );
  },
];

const local = (n: number, words: string, seg6Local: Written<Encap["seg6Local"]>) =>
  wrapped(n, `seg6local action ${words}`, { seg6Local });

const toSegments = (...segments: string[]) => ({ segments });
const OF_IPV6 = ["ip -j -d -6 route show protocol static"];
const OF_IPV4 = ["ip -j -d route show protocol static"];
const trace = { namespaceId: 1, nodelen: 0, remlen: 3, type: 0x80_0000 << 8 };

/** Routes with an encapsulation. */
export const encapSteps: readonly SideBySide[] = [
  {
    title: "segment routing, at the source",
    print: [...OF_IPV6, ...OF_IPV4],
    steps: [
      wrapped(1, `seg6 mode encap segs ${SEGMENT},2001:db8:5::2`, {
        seg6: { srh: { mode: "encap", srh: toSegments("2001:db8:5::2", SEGMENT) } },
      }),
      wrapped(2, `seg6 mode l2encap segs ${SEGMENT}`, {
        seg6: { srh: { mode: "l2encap", srh: toSegments(SEGMENT) } },
      }),
      wrapped4(1, `seg6 mode encap segs ${SEGMENT}`, {
        seg6: { srh: { mode: "encap", srh: toSegments(SEGMENT) } },
      }),
      wrapped(3, `seg6 mode inline segs ${SEGMENT}`, {
        // The last segment is the destination of the packet.
        seg6: { srh: { mode: "inline", srh: toSegments("::", SEGMENT) } },
      }),
      wrapped(4, `seg6 mode encap.red segs ${SEGMENT}`, {
        seg6: { srh: { mode: "encapRed", srh: toSegments(SEGMENT) } },
      }),
      wrapped(5, `seg6 mode l2encap.red segs ${SEGMENT}`, {
        seg6: { srh: { mode: "l2encapRed", srh: toSegments(SEGMENT) } },
      }),
      madeAgain("inet6"),
      madeAgain("inet"),
    ],
  },
  {
    title: "segment routing, at a segment",
    print: OF_IPV6,
    steps: [
      local(1, "End", { action: "end" }),
      local(2, "End.X nh6 2001:db8::2", { action: "endX", nh6: "2001:db8::2" }),
      local(3, "End.T table 254", { action: "endT", table: 254 }),
      [
        "ip -6 route add 2001:db8:4::/48 encap seg6local action End.DX2 oif v1 dev v0 protocol static",
        ({ route }, { v0, v1 }) =>
          route.add$({
            dst: "2001:db8:4::",
            dstLen: 48,
            oif: v0,
            encap: { seg6Local: { action: "endDx2", oif: v1 } },
          }),
      ],
      local(5, "End.DX6 nh6 2001:db8::2", { action: "endDx6", nh6: "2001:db8::2" }),
      local(6, "End.DX4 nh4 192.0.2.9", { action: "endDx4", nh4: "192.0.2.9" }),
      local(7, "End.DT6 table 254 count", {
        action: "endDt6",
        table: 254,
        counters: { packets: 0n, bytes: 0n, errors: 0n },
      }),
      local(8, `End.B6 srh segs ${SEGMENT},2001:db8:5::2`, {
        action: "endB6",
        srh: toSegments("::", "2001:db8:5::2", SEGMENT),
      }),
      local(9, `End.B6.Encaps srh segs ${SEGMENT}`, {
        action: "endB6Encap",
        srh: toSegments(SEGMENT),
      }),
      madeAgain("inet6"),
    ],
  },
  {
    title: "segment routing, at a segment with compressed ids",
    needs:
      "ip -6 route add 2001:db8:1::/48 encap seg6local action End flavors next-csid lblen 32 nflen 16 dev lo",
    print: OF_IPV6,
    steps: [
      local(1, "End flavors next-csid lblen 32 nflen 16", {
        action: "end",
        flavors: { operation: 1 << 4, lcblockBits: 32, lcnodeFnBits: 16 },
      }),
      madeAgain("inet6"),
    ],
  },
  {
    title: "segment routing, at a segment that removes the header",
    needs: "ip -6 route add 2001:db8:1::/48 encap seg6local action End flavors psp dev lo",
    print: OF_IPV6,
    steps: [
      local(1, "End flavors psp", { action: "end", flavors: { operation: 1 << 1 } }),
      madeAgain("inet6"),
    ],
  },
  {
    title: "segment routing, at a segment into a VRF",
    needs: "ip link add vrf9 type vrf table 9",
    setup: vrf,
    print: OF_IPV6,
    steps: [
      local(1, "End.DT4 vrftable 10", { action: "endDt4", vrftable: 10 }),
      local(2, "End.DT46 vrftable 10", { action: "endDt46", vrftable: 10 }),
      local(3, "End.DT6 vrftable 10", { action: "endDt6", vrftable: 10 }),
      madeAgain("inet6"),
    ],
  },
  {
    title: "RPL source routing",
    needs: "ip -6 route add 2001:db8:8::/48 encap rpl segs 2001:db8:5::1 dev lo",
    print: OF_IPV6,
    steps: [
      wrapped(1, `rpl segs ${SEGMENT},2001:db8:5::2`, {
        // iproute2 reverses the segments, although RPL does not have the last one first on the wire.
        rpl: { srh: toSegments("2001:db8:5::2", SEGMENT) },
      }),
      madeAgain("inet6"),
    ],
  },
  {
    title: "IOAM traces",
    needs: "ip -6 route add 2001:db8:8::/48 encap ioam6 trace prealloc type 0x800000 ns 1 size 12 dev lo",
    print: OF_IPV6,
    steps: [
      wrapped(1, "ioam6 trace prealloc type 0x800000 ns 1 size 12", {
        ioam6: { mode: "inline", trace },
      }),
      wrapped(2, "ioam6 mode encap tundst 2001:db8::5 trace prealloc type 0x800000 ns 1 size 12", {
        ioam6: { mode: "encap", dst: "2001:db8::5", trace },
      }),
      wrapped(3, "ioam6 freq 1/2 mode auto tundst 2001:db8::5 trace prealloc type 0x800000 ns 1 size 12", {
        ioam6: { mode: "auto", dst: "2001:db8::5", freqK: 1, freqN: 2, trace },
      }),
      madeAgain("inet6"),
    ],
  },
  {
    title: "tunnels configured by routes",
    print: [...OF_IPV4, ...OF_IPV6],
    steps: [
      wrapped4(1, "ip id 100 dst 192.0.2.9 src 192.0.2.3 ttl 64 tos 4", {
        ip: { id: 100n, dst: "192.0.2.9", src: "192.0.2.3", ttl: 64, tos: 4 },
      }),
      wrapped4(2, "ip6 id 100 dst 2001:db8::9 src 2001:db8::3 hoplimit 64 tc 4", {
        ip6: { id: 100n, dst: "2001:db8::9", src: "2001:db8::3", hoplimit: 64, tc: 4 },
      }),
      wrapped(3, "ip6 id 7 dst 2001:db8::9", { ip6: { id: 7n, dst: "2001:db8::9" } }),
      madeAgain("inet"),
      madeAgain("inet6"),
    ],
  },
  {
    title: "MPLS labels",
    needs: MPLS,
    setup: MPLS,
    print: [...OF_IPV4, ...OF_IPV6],
    steps: [
      wrapped4(1, "mpls 100/200 ttl 9", { mpls: { dst: "100/200", ttl: 9 } }),
      wrapped(2, "mpls 300", { mpls: { dst: "300" } }),
      madeAgain("inet"),
      madeAgain("inet6"),
    ],
  },
  {
    title: "xfrm interfaces configured by routes",
    needs: XFRM,
    print: OF_IPV4,
    steps: [
      [
        "ip route add 198.51.1.0/24 dev v0 protocol static encap xfrm if_id 5 link_dev v1",
        ({ route }, { v0, v1 }) =>
          route.add$({ dst: "198.51.1.0", dstLen: 24, oif: v0, encap: { xfrm: { ifId: 5, link: v1 } } }),
      ],
      madeAgain("inet"),
    ],
  },
];
