import { defineObject, identityBy, type ObjectOf, pick } from "@rxnetlink/core";
import { groupsOf } from "../family/definition.js";
import {
  L2TP_CMD_SESSION_CREATE,
  L2TP_CMD_SESSION_DELETE,
  L2TP_CMD_SESSION_GET,
  L2TP_CMD_SESSION_MODIFY,
  L2TP_CMD_TUNNEL_CREATE,
  L2TP_CMD_TUNNEL_DELETE,
  L2TP_CMD_TUNNEL_GET,
  L2TP_CMD_TUNNEL_MODIFY,
} from "./commands.js";
import { l2tpMessage } from "./layout.js";

/** Multicast groups of L2TP. */
export const l2tpGroups = groupsOf("l2tp");

const rules = {
  layout: l2tpMessage,
  groups: [l2tpGroups.l2tp],
  filters: [],
  verbs: ["list", "get", "add", "change", "delete", "notify", "watch"],
} as const;

/** Tunnels and sessions end silently with their socket, their link or their tunnel. */
const RELIST_EVERY = 5000;

/** Messages of tunnels (`L2TP_CMD_TUNNEL_*`). */
export const l2tpTunnelObject = defineObject({
  ...rules,
  name: "l2tpTunnel",
  namedBy: ["connId", "peerConnId", "ipDaddr", "ip6Daddr"],
  types: {
    new: L2TP_CMD_TUNNEL_CREATE,
    set: L2TP_CMD_TUNNEL_MODIFY,
    delete: L2TP_CMD_TUNNEL_DELETE,
    get: L2TP_CMD_TUNNEL_GET,
  },
  alsoNotifiedBy: [L2TP_CMD_TUNNEL_MODIFY],
  // As `ip l2tp` does.
  complete: (given, verb) => (verb === "add" ? { protoVersion: 3, encapType: "udp", ...given } : given),
  keysOf: (tunnel) => [pick(tunnel, "connId")],
  state: { identityOf: identityBy("connId"), volatile: ["stats"], relistEvery: RELIST_EVERY },
});
/** Verbs of tunnels. */
export interface L2tpTunnels extends ObjectOf<typeof l2tpTunnelObject> {}

/** Messages of sessions (`L2TP_CMD_SESSION_*`). */
export const l2tpSessionObject = defineObject({
  ...rules,
  name: "l2tpSession",
  namedBy: ["ifname", "connId", "sessionId"],
  types: {
    new: L2TP_CMD_SESSION_CREATE,
    set: L2TP_CMD_SESSION_MODIFY,
    delete: L2TP_CMD_SESSION_DELETE,
    get: L2TP_CMD_SESSION_GET,
  },
  alsoNotifiedBy: [L2TP_CMD_SESSION_MODIFY],
  complete: (given, verb) => (verb === "add" ? { pwType: "eth", ...given } : given),
  keysOf: (session) => [
    session.sessionId === undefined ? pick(session, "ifname") : pick(session, "connId", "sessionId"),
  ],
  state: {
    identityOf: ({ connId, sessionId }) => `${connId} ${sessionId}`,
    volatile: ["stats"],
    relistEvery: RELIST_EVERY,
  },
});
/** Verbs of sessions. */
export interface L2tpSessions extends ObjectOf<typeof l2tpSessionObject> {}
