import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { groupsOf } from "../family/definition.js";
import { GTP_CMD_DELPDP, GTP_CMD_ECHOREQ, GTP_CMD_GETPDP, GTP_CMD_NEWPDP } from "./commands.js";
import { gtpMessage, type PdpContext } from "./layout.js";

/** Multicast groups of GTP. */
export const gtpGroups = groupsOf("gtp");

/** Contexts end silently with their link. */
const RELIST_EVERY = 5000;

const layout = nest<PdpContext>(gtpMessage);

/** Messages of PDP contexts (`GTP_CMD_*PDP`). */
export const gtpPdpObject = defineObject({
  name: "gtpPdp",
  namedBy: ["link", "iTei", "oTei", "tid", "msAddress", "msAddr6"],
  layout,
  types: { new: GTP_CMD_NEWPDP, delete: GTP_CMD_DELPDP, get: GTP_CMD_GETPDP },
  groups: [gtpGroups.gtp],
  verbs: ["list", "get", "add", "delete", "notify", "watch"],
  filters: [],
  complete: (given, verb) => (verb === "add" ? { version: "v1", ...given } : given),
  keysOf: (context) => [
    { version: "v1", ...pick(context, "link", "version", "iTei", "tid", "netNsFd"), ...mobileOf(context) },
  ],
  state: {
    identityOf: ({ link, version, iTei, tid }) => `${link} ${version} ${iTei ?? tid}`,
    relistEvery: RELIST_EVERY,
  },
});

/** Returns the address of the mobile station, by which the kernel looks where the key has no identifier of the tunnel. */
function mobileOf(context: Partial<PdpContext>): Partial<PdpContext> {
  const byTunnel = context.iTei !== undefined || context.tid !== undefined;
  return byTunnel ? {} : pick(context, "msAddress", "msAddr6", "family");
}

/** Verbs of PDP contexts. The kernel cannot change one. */
export interface GtpPdps extends ObjectOf<typeof gtpPdpObject> {}

/** Responses to echo requests (`GTP_CMD_ECHOREQ`); since 5.18. */
export const gtpEchoObject = defineObject({
  name: "gtpEcho",
  namedBy: ["link", "peerAddress"],
  layout,
  types: { new: GTP_CMD_ECHOREQ },
  groups: [gtpGroups.gtp],
  verbs: ["add", "notify"],
  filters: [],
  complete: (given) => ({ version: "v1", ...given }),
});

/** Verbs of echoes: `add$` sends an echo request to a node, and `notifications$` reports the responses. */
export interface GtpEchoes extends ObjectOf<typeof gtpEchoObject> {}
