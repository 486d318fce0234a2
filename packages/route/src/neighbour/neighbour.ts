import { defineObject, type ObjectOf, pick, type Verb } from "@rxnetlink/core";
import { NLM_F_REPLACE, nest } from "@rxnetlink/core/schema";
import { familyOf } from "../common/address-family.js";
import { type Ignored, rejectIgnored, unless } from "../common/ignored.js";
import { RTM_DELNEIGH, RTM_GETNEIGH, RTM_NEWNEIGH } from "../common/rtm.js";
import { RTNLGRP_NEIGH } from "../common/rtnlgrp.js";
import { type Neighbour, neighbourFlags, neighbourMessage, neighbourState } from "./layout.js";
import { neighbourStateRules } from "./state.js";

const isProxy = ({ flags = 0 }: Partial<Neighbour>) => (flags & neighbourFlags.bits.proxy) !== 0;
const OF_TABLES = "it belongs to forwarding table entries; use the object fdb";
const OF_PROXY = "this host answers for a proxy entry with the address of the link";

const IGNORED: Ignored<Neighbour> = {
  lladdr: unless((neighbour) => !isProxy(neighbour), OF_PROXY),
  vlan: () => OF_TABLES,
  port: () => OF_TABLES,
  vni: () => OF_TABLES,
  ifindex: () => OF_TABLES,
  master: () => OF_TABLES,
  srcVni: () => OF_TABLES,
  nhId: () => OF_TABLES,
  fdbExtAttrs: () => OF_TABLES,
};

/** Completes a request as `ip neigh` does: the family follows from the address, the state defaults to permanent. */
function completeNeighbour(given: Partial<Neighbour>, verb: Verb): Partial<Neighbour> {
  if (verb === "list") return toDumpRequest(given, (given.flags ?? 0) & neighbourFlags.bits.proxy);
  const family = familyOf(given.dst);
  const named = family === undefined ? given : { family, ...given };
  if (verb === "get" || verb === "delete") return named;
  const accepted = rejectIgnored(named, verb, IGNORED, neighbourMessage.isListed!(given));
  return isProxy(given) ? accepted : { ...defaultState(given), ...accepted };
}

/** Returns the filter of a dump, which names the link by attribute and accepts no flag but proxy. */
function toDumpRequest(
  { flags, ndmIfindex, ...rest }: Partial<Neighbour>,
  proxy: number,
): Partial<Neighbour> {
  const link = ndmIfindex === undefined ? {} : { ifindex: ndmIfindex };
  return { ...rest, ...link, ...(proxy !== 0 && { flags: proxy }) };
}

/** Returns the default state: permanent if there is a hardware address, else for the kernel to resolve. */
function defaultState({ lladdr: address }: Partial<Neighbour>): Partial<Neighbour> {
  return address === undefined ? {} : { state: neighbourState.bits.permanent };
}

/** Neighbour messages (`RTM_*NEIGH`), without those of forwarding tables. */
export const neighbourObject = defineObject({
  name: "neighbour",
  namedBy: ["ndmIfindex", "dst", "lladdr"],
  layout: nest<Neighbour>(neighbourMessage),
  types: { new: RTM_NEWNEIGH, delete: RTM_DELNEIGH, get: RTM_GETNEIGH },
  accepts: ({ family }) => family !== "bridge",
  groups: [RTNLGRP_NEIGH],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify", "watch"],
  filters: ["family", "flags"],
  requestOnly: ["master", "ifindex"],
  details: [],
  changeFlags: NLM_F_REPLACE,
  keeps: ["state", "flags", "flagsExt"],
  complete: completeNeighbour,
  keysOf: ({ flags = 0, ...neighbour }) => [
    { ...pick(neighbour, "family", "ndmIfindex", "dst"), flags: flags & neighbourFlags.bits.proxy },
  ],
  state: neighbourStateRules,
});
/** Verbs of neighbours. */
export interface Neighbours extends ObjectOf<typeof neighbourObject> {}
