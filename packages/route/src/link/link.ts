import { defineObject, type ObjectOf, pick, type Verb } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { linkHint } from "../common/hints.js";
import { RTM_DELLINK, RTM_GETLINK, RTM_NEWLINK, RTM_SETLINK } from "../common/rtm.js";
import { RTNLGRP_LINK } from "../common/rtnlgrp.js";
import { linkKind } from "./kinds/formats.js";
import { type Link, linkMessage } from "./layout.js";
import { toLinkRequest } from "./request.js";
import { linkStateRules } from "./state.js";

/** Returns the key of a link: its index, or else the name or group that the caller gave. */
function keyOf(link: Partial<Link>, verb: "get" | "delete"): Partial<Link> {
  const about = pick(
    link,
    "family",
    "targetNetnsid",
    ...(link.family === "bridge" && verb === "delete" ? ["afSpec" as const] : []),
  );
  if (link.index) return { ...about, index: link.index };
  const isNamed = link.ifname !== undefined || link.altIfname !== undefined;
  return { ...about, ...(isNamed ? pick(link, "ifname", "altIfname") : pick(link, "group")) };
}

/** Completes a request that adds or changes a link. */
function completeLink(link: Partial<Link>, verb: Verb): Partial<Link> {
  if (verb === "list" || verb === "get" || verb === "delete") return link;
  return toLinkRequest(link, verb, linkMessage.isListed!(link));
}

/**
 * Link messages (`RTM_*LINK`). With the family `"bridge"` they are about bridges and their ports: `list$` reports settings
 * and VLANs, `change$` sets them, `delete$` removes the VLANs in `afSpec.bridge`.
 */
export const linkObject = defineObject({
  name: "link",
  namedBy: ["ifname", "altIfname", "index"],
  hint: linkHint(linkKind.words),
  layout: nest<Link>(linkMessage),
  types: { new: RTM_NEWLINK, delete: RTM_DELLINK, get: RTM_GETLINK, set: RTM_SETLINK },
  changesBySet: ({ family }) => family === "bridge",
  groups: [RTNLGRP_LINK],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify", "watch"],
  filters: ["family", "master", "linkinfo", "targetNetnsid"],
  requestOnly: ["extMask"],
  inSteps: true,
  complete: completeLink,
  state: linkStateRules,
  notFound: "ENODEV",
  // The kernel reports bridge settings in dumps only.
  getsByList: ({ family }) => family === "bridge",
  keysOf: (link, verb) => [keyOf(link, verb)],
});
/** Verbs of links. */
export interface Links extends ObjectOf<typeof linkObject> {}
