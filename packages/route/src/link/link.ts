import { nest, type ObjectDefinition, pick, type Verb } from "@rxnetlink/core";
import { linkHint } from "../common/hints.js";
import { linkKind } from "./kinds/index.js";
import { type Link, linkMessage } from "./layout.js";
import { toLinkRequest } from "./request.js";
import { linkStateRules } from "./state.js";

const ENODEV = 19;

/** What names a link: the index, or where it has none what a caller calls it by. */
function keyOf(link: Partial<Link>, verb: "get" | "delete"): Partial<Link> {
  const about = pick(
    link,
    "family",
    "targetNetnsid",
    ...(link.family === "bridge" && verb === "delete" ? ["afSpec" as const] : []),
  );
  if (link.index) return { ...about, index: link.index };
  return { ...about, ...pick(link, "ifname", "altIfname", "group") };
}

/** A request as the kernel understands it: nothing in it is ignored. */
function completeLink(link: Partial<Link>, verb: Verb): Partial<Link> {
  if (verb === "list" || verb === "get" || verb === "delete") return link;
  return toLinkRequest(link, verb, linkMessage.isListed!(link));
}

/**
 * Link messages (`RTM_*LINK`). With the family `"bridge"` they are about bridges and their ports: `list$` tells their
 * settings and VLANs, `change$` sets them, `delete$` removes those VLANs that `afSpec.bridge` names.
 */
export const linkObject: ObjectDefinition<Link> = {
  name: "link",
  namedBy: ["ifname", "altIfname", "index"],
  hint: linkHint(linkKind.words),
  layout: nest<Link>(linkMessage),
  types: { new: 16, delete: 17, get: 18, set: 19 },
  sets: ({ family }) => family === "bridge",
  groups: [1],
  filters: ["family", "master", "linkinfo", "targetNetnsid"],
  selectors: ["extMask"],
  changeFlags: 0,
  inSteps: true,
  prepare: completeLink,
  state: linkStateRules,
  notFound: ENODEV,
  // The kernel gives what it says of bridges in lists alone.
  getsByList: ({ family }) => family === "bridge",
  keysOf: (link, verb) => [keyOf(link, verb)],
};
