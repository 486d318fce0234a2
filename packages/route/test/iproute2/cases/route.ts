// Routes of MPLS and with an encapsulation.
import { pick } from "@rxnetlink/core";
import type { Route } from "#src/route/layout.js";
import type { Json } from "../printed/common.js";
import { routeAsIp } from "../printed/route.js";
import type { Case } from "./case.js";

const TABLES: Json = { table: "printed for all tables only" };

const requestOf = (route: Route) =>
  pick(
    route,
    ...([
      "family",
      "dst",
      "dstLen",
      "src",
      "tos",
      "table",
      "protocol",
      "scope",
      "type",
      "gateway",
      "via",
    ] as const),
    ...([
      "oif",
      "priority",
      "prefsrc",
      "metrics",
      "multipath",
      "newdst",
      "encap",
      "encapType",
      "nhId",
    ] as const),
  );

/** Returns a comparison of routes; routes of the kernel stay. */
function routes(title: string, option: string, match: object, setup: string, more: Partial<Case> = {}): Case {
  return {
    title,
    object: "route",
    setup,
    print: `ip -j -d ${option} route`,
    match,
    asIp: (route: Route, nameOf) => {
      const { table: _, ...printed } = routeAsIp(route, nameOf);
      return printed;
    },
    skipped: TABLES as Record<string, string>,
    mine: ({ protocol }: Route) => protocol === "boot",
    key: (route: Route) => pick(route, "family", "dst", "dstLen", "table", "protocol"),
    again: (route: Route) => [requestOf(route)],
    ...more,
  };
}

/** Commands that turn MPLS on; they fail if the kernel lacks it. */
export const MPLS =
  "modprobe -a mpls_router mpls_iptunnel 2>/dev/null; echo 1000 >/proc/sys/net/mpls/platform_labels";
/** Commands that fail if the kernel lacks xfrm interfaces; `ip` misreads words after `if_id`. */
export const XFRM = "modprobe xfrm_interface && ip route add 198.51.105.0/24 dev lo encap xfrm if_id 5";
const inMain = { family: "inet", table: 254 };
const inMain6 = { family: "inet6", table: 254, type: "unicast" };

// No options of Geneve here: adding a route with them triggers a BUG in some kernels built with FORTIFY_SOURCE (seen on
// 6.18, ip_tun_parse_opts): the process dies while it holds the rtnetlink lock of all namespaces.

/** Routes of MPLS and with an encapsulation. */
export const routeCases: readonly Case[] = [
  routes(
    "routes with tunnel settings",
    "",
    inMain,
    `
    ip route add 198.51.100.0/24 encap ip id 100 dst 192.0.2.9 src 192.0.2.3 ttl 64 tos 4 key csum via 192.0.2.2
    ip route add 198.51.101.0/24 encap ip6 id 100 dst 2001:db8::9 src 2001:db8::3 hoplimit 64 tc 4 via 192.0.2.2
    ip route add 198.51.104.0/24 nexthop encap ip id 1 dst 192.0.2.9 via 192.0.2.2 dev v0 \\
      nexthop encap ip id 2 dst 192.0.2.8 via 192.0.2.3 dev v0 weight 2`,
  ),
  routes(
    "routes with segments",
    "-6",
    inMain6,
    `
    ip -6 route add 2001:db8:4::/48 encap seg6 mode encap segs 2001:db8:5::1,2001:db8:5::2 dev v0
    ip -6 route add 2001:db8:5::/48 encap seg6 mode inline segs 2001:db8:5::1 dev v0
    ip -6 route add 2001:db8:6::/48 encap seg6local action End.X nh6 2001:db8::2 dev v0
    ip -6 route add 2001:db8:7::/48 encap seg6local action End.DT6 table 254 dev v0`,
  ),
  routes(
    "routes with an RPL header",
    "-6",
    inMain6,
    `
    ip -6 route add 2001:db8:8::/48 encap rpl segs 2001:db8:5::1,2001:db8:5::2 dev v0`,
    {
      needs: "ip -6 route add 2001:db8:8::/48 encap rpl segs 2001:db8:5::1 dev lo",
    },
  ),
  routes(
    "routes with MPLS labels",
    "",
    inMain,
    `
    ip route add 198.51.103.0/24 encap mpls 100/200 ttl 9 via 192.0.2.2
    ip route add 198.51.104.0/24 nexthop encap ip id 1 dst 192.0.2.9 via 192.0.2.2 dev v0 \\
      nexthop encap mpls 300 via 192.0.2.3 dev v0 weight 2`,
    { needs: MPLS },
  ),
  routes(
    "routes to an xfrm interface",
    "",
    inMain,
    "ip route add 198.51.105.0/24 via 192.0.2.2 encap xfrm if_id 5",
    { needs: XFRM },
  ),
  routes(
    "routes of MPLS",
    "-f mpls",
    { family: "mpls" },
    `
    ip -f mpls route add 100 as 200/300 via inet 192.0.2.2
    ip -f mpls route add 101 dev lo
    ip -f mpls route add 102 nexthop as 400 via inet 192.0.2.2 nexthop as 500 via inet6 2001:db8::2
    ip -f mpls route add 103 as 1 via link 02:00:00:00:00:09 dev v0`,
    { needs: MPLS },
  ),
];
