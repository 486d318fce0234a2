import { l2tpFamily, l2tpSessionObject, l2tpTunnelObject } from "../../../dist/l2tp/index.js";
import { capturesIn } from "../family-captures.mjs";

const objects = [l2tpTunnelObject, l2tpSessionObject];
const { message, notification } = capturesIn({ family: l2tpFamily, messages: objects });

/** The first object of a list. */
const listed = ({ name, types, layout }, what, before) =>
  message({
    name: `${name}-${what}`,
    before,
    types: [types.get],
    request: { type: types.get, flags: 0x300, layout, value: {} },
  });

const up = "ip link set lo up";
const udp =
  "ip l2tp add tunnel tunnel_id 1 peer_tunnel_id 2 encap udp local 127.0.0.1 remote 127.0.0.1 udp_sport 5000 udp_dport 5001 udp_csum on";
const udp6 =
  "ip l2tp add tunnel tunnel_id 3 peer_tunnel_id 4 encap udp local ::1 remote ::1 udp_sport 5002 udp_dport 5003 udp6_csum_rx off";
const ip = "ip l2tp add tunnel tunnel_id 5 peer_tunnel_id 6 encap ip local 127.0.0.1 remote 127.0.0.1";
const session =
  "ip l2tp add session name l2 tunnel_id 1 session_id 10 peer_session_id 20 cookie 0102030405060708 peer_cookie 11121314 seq both";

export const captures = [
  listed(l2tpTunnelObject, "udp", [up, udp]),
  listed(l2tpTunnelObject, "udp6", [up, udp6]),
  listed(l2tpTunnelObject, "ip", [up, ip]),
  listed(l2tpSessionObject, "eth", [up, udp, session]),
  notification(l2tpTunnelObject, "created", [up], udp, "new"),
  notification(l2tpTunnelObject, "deleted", [up, udp], "ip l2tp del tunnel tunnel_id 1", "delete"),
  notification(l2tpSessionObject, "created", [up, udp], session, "new"),
  notification(
    l2tpSessionObject,
    "deleted",
    [up, udp, session],
    "ip l2tp del session tunnel_id 1 session_id 10",
    "delete",
  ),
];
