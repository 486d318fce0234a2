import { type ObjectDefinition, pick, type Verb } from "@rxnetlink/core";
import { NLM_F_REPLACE, nest } from "@rxnetlink/core/schema";
import { familyOf } from "../common/address-family.js";
import { type Ignored, rejectIgnored, unless } from "../common/ignored.js";
import { RTM_DELNEIGH, RTM_GETNEIGH, RTM_NEWNEIGH } from "../common/rtm.js";
import { RTNLGRP_NEIGH } from "../common/rtnlgrp.js";
import { type Neighbour, neighbourFlags, neighbourMessage, neighbourState } from "./layout.js";
import { neighbourStateRules } from "./state.js";

const isProxy = ({ flags = 0 }: Partial<Neighbour>) => (flags & neighbourFlags.bits.proxy) !== 0;
const OF_TABLES = "it is for entries of forwarding tables, the object fdb";
const OF_PROXY = "this host answers for a proxy with the address of the link";

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

/** The family follows from the address, the state is permanent; dumps are selected by the flag proxy alone. */
function completeNeighbour(given: Partial<Neighbour>, verb: Verb): Partial<Neighbour> {
  if (verb === "list") return toDumpRequest(given, (given.flags ?? 0) & neighbourFlags.bits.proxy);
  const family = familyOf(given.dst);
  const named = family === undefined ? given : { family, ...given };
  if (verb === "get" || verb === "delete") return named;
  const accepted = rejectIgnored(named, verb, IGNORED, neighbourMessage.isListed!(given));
  return isProxy(given) ? accepted : { ...defaultState(given), ...accepted };
}

/** The kernel calls the link of a dump by the attribute, and takes no flag but proxy. */
function toDumpRequest(
  { flags, ndmIfindex, ...rest }: Partial<Neighbour>,
  proxy: number,
): Partial<Neighbour> {
  const link = ndmIfindex === undefined ? {} : { ifindex: ndmIfindex };
  return { ...rest, ...link, ...(proxy !== 0 && { flags: proxy }) };
}

/** What is given no state is permanent, but for what the kernel is to resolve by itself. */
function defaultState({ lladdr: address }: Partial<Neighbour>): Partial<Neighbour> {
  return address === undefined ? {} : { state: neighbourState.bits.permanent };
}

/** Neighbour messages (`RTM_*NEIGH`) but for those of forwarding tables. */
export const neighbourObject: ObjectDefinition<Neighbour> = {
  name: "neighbour",
  namedBy: ["ndmIfindex", "dst", "lladdr"],
  layout: nest<Neighbour>(neighbourMessage),
  types: { new: RTM_NEWNEIGH, delete: RTM_DELNEIGH, get: RTM_GETNEIGH },
  accepts: ({ family }) => family !== "bridge",
  groups: [RTNLGRP_NEIGH],
  filters: ["family", "flags"],
  selectors: ["master", "ifindex"],
  details: [],
  changeFlags: NLM_F_REPLACE,
  keeps: ["state", "flags", "flagsExt"],
  prepare: completeNeighbour,
  keysOf: ({ flags = 0, ...neighbour }) => [
    { ...pick(neighbour, "family", "ndmIfindex", "dst"), flags: flags & neighbourFlags.bits.proxy },
  ],
  state: neighbourStateRules,
};
