import { type ObjectDefinition, pick, type Verb } from "@rxnetlink/core";
import { NLM_F_REPLACE, nest } from "@rxnetlink/core/schema";
import { familyOf } from "../common/address-family.js";
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
export const nexthopObject: ObjectDefinition<Nexthop> = {
  name: "nexthop",
  namedBy: ["id", "gateway", "oif"],
  layout: nest<Nexthop>(nexthopMessage),
  types: { new: RTM_NEWNEXTHOP, delete: RTM_DELNEXTHOP, get: RTM_GETNEXTHOP },
  groups: [RTNLGRP_NEXTHOP],
  filters: ["family", "oif", "fdb"],
  selectors: ["groups", "master", "opFlags"],
  details: ["opFlags"],
  changeFlags: NLM_F_REPLACE,
  prepare: completeNexthop,
  keysOf: (nexthop) => [pick(nexthop, "id")],
  state: nexthopStateRules,
};

/** A bucket of a resilient nexthop group; `id` is that of the group. Since 5.13. */
export interface NexthopBucket extends Nexthop {}

/** Nexthop bucket messages (`RTM_*NEXTHOPBUCKET`). The kernel creates and removes buckets with their group. */
export const nexthopBucketObject: ObjectDefinition<NexthopBucket> = {
  name: "nexthopBucket",
  namedBy: ["id", "oif"],
  layout: nest<NexthopBucket>(nexthopMessage),
  types: { new: RTM_NEWNEXTHOPBUCKET, delete: RTM_DELNEXTHOPBUCKET, get: RTM_GETNEXTHOPBUCKET },
  groups: [RTNLGRP_NEXTHOP],
  filters: ["id", "oif"],
  selectors: ["master"],
  changeFlags: 0,
};
