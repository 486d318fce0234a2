import { NLM_F_REPLACE, nest, type ObjectDeclaration, pick, type Verb } from "@rxnetlink/core";
import { keptFdb } from "./kept-fdb.js";
import { type Neighbour, neighbourFlags, neighbourMessage, neighbourState } from "./neighbour.js";

/**
 * An entry of a forwarding table, of a bridge, a vxlan or another device: where frames for `lladdr` go. Which
 * table of the link `ndmIfindex` it is in, `flags` tells: `self` is that of the link, `master` that of its bridge.
 */
export interface Fdb extends Neighbour {}

const { self, master } = neighbourFlags.bits;

/** As `bridge fdb`: in the table of the link itself, static and permanent. */
function asBridgeFdb(given: Partial<Fdb>, verb: Verb): Partial<Fdb> {
  const fdb = { family: "bridge" as const, ...given };
  if (verb === "list") return fdb;
  const flags = given.flags ?? 0;
  const table = (flags & (self | master)) === 0 ? flags | self : flags;
  if (verb === "get" || verb === "delete") return { ...fdb, flags: table };
  return { state: neighbourState.of("noarp", "permanent"), ...fdb, flags: table };
}

/** A bridge's entries tell their bridge, but not the flag that one needs to remove them. */
function keyOf(fdb: Partial<Fdb>): Partial<Fdb> {
  const ofBridge = fdb.master !== undefined && fdb.master !== fdb.ndmIfindex;
  const key = pick(fdb, "family", "ndmIfindex", "lladdr", "vlan", "dst", "port", "vni", "srcVni", "nhId");
  const table = (fdb.flags ?? 0) & (self | master);
  return { ...key, flags: table === 0 && ofBridge ? master : table };
}

/** Messages of forwarding tables: those of neighbours (`RTM_*NEIGH`) of the family `AF_BRIDGE`. */
export const fdbObject: ObjectDeclaration<Fdb> = {
  name: "fdb",
  namedBy: ["ndmIfindex", "lladdr", "vlan", "dst"],
  layout: nest<Fdb>(neighbourMessage),
  types: { new: 28, delete: 29, get: 30 },
  accepts: ({ family }) => family === "bridge",
  groups: [3],
  filters: ["family", "ndmIfindex", "master"],
  changeFlags: NLM_F_REPLACE,
  prepare: asBridgeFdb,
  keysOf: (fdb) => [keyOf(fdb)],
  state: keptFdb,
};
