import { defineObject, type ObjectOf, pick, type Verb } from "@rxnetlink/core";
import { NLM_F_REPLACE, nest } from "@rxnetlink/core/schema";
import { familyOf } from "../common/address-family.js";
import { gatewayHint } from "../common/hints.js";
import { nexthopFlags } from "../common/route-enums.js";
import {
  RTM_DELNEXTHOP,
  RTM_DELNEXTHOPBUCKET,
  RTM_GETNEXTHOP,
  RTM_GETNEXTHOPBUCKET,
  RTM_NEWNEXTHOP,
  RTM_NEWNEXTHOPBUCKET,
} from "../common/rtm.js";
import { RTNLGRP_NEXTHOP } from "../common/rtnlgrp.js";
import { type Nexthop, nexthopMessage } from "./layout.js";
import { nexthopStateRules } from "./state.js";

const { onlink } = nexthopFlags.bits;

/** Reduces a listed nexthop to what a request accepts: one flag, and no `opFlags`. */
function settableFlags(given: Partial<Nexthop>): Partial<Nexthop> {
  if (!nexthopMessage.isListed!(given)) return given;
  const { flags = 0, opFlags: _, ...nexthop } = given;
  return { ...nexthop, flags: flags & onlink };
}

/** Completes a request: the family follows from the gateway, defaults to IPv4, and stays unset for a group. */
function completeNexthop(given: Partial<Nexthop>, verb: Verb): Partial<Nexthop> {
  if (verb === "list" || verb === "get" || verb === "delete") return given;
  const nexthop = settableFlags(given);
  if (given.group !== undefined) return nexthop;
  const family = familyOf(given.gateway) ?? "inet";
  return { family, ...nexthop };
}

/** Nexthop messages (`RTM_*NEXTHOP`). */
export const nexthopObject = defineObject({
  name: "nexthop",
  namedBy: ["id", "gateway", "oif"],
  hint: gatewayHint,
  layout: nest<Nexthop>(nexthopMessage),
  types: { new: RTM_NEWNEXTHOP, delete: RTM_DELNEXTHOP, get: RTM_GETNEXTHOP },
  groups: [RTNLGRP_NEXTHOP],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify", "watch"],
  filters: ["family", "oif", "fdb"],
  requestOnly: ["groups", "master", "opFlags"],
  details: ["opFlags"],
  changeFlags: NLM_F_REPLACE,
  complete: completeNexthop,
  keysOf: (nexthop) => [pick(nexthop, "id")],
  state: nexthopStateRules,
});
/** Verbs of nexthop objects. */
export interface Nexthops extends ObjectOf<typeof nexthopObject> {}

/** A bucket of a resilient nexthop group; `id` is that of the group. Since 5.13. */
export interface NexthopBucket extends Nexthop {}

/** Nexthop bucket messages (`RTM_*NEXTHOPBUCKET`). The kernel creates and removes buckets with their group. */
export const nexthopBucketObject = defineObject({
  name: "nexthopBucket",
  namedBy: ["id", "oif"],
  layout: nest<NexthopBucket>(nexthopMessage),
  types: { new: RTM_NEWNEXTHOPBUCKET, delete: RTM_DELNEXTHOPBUCKET, get: RTM_GETNEXTHOPBUCKET },
  groups: [RTNLGRP_NEXTHOP],
  verbs: ["list", "get", "notify"],
  filters: ["id", "oif"],
  requestOnly: ["master"],
});
/** Verbs of buckets of resilient nexthop groups. */
export interface NexthopBuckets extends ObjectOf<typeof nexthopBucketObject> {}
