import { type ObjectDefinition, pick, type Verb } from "@rxnetlink/core";
import { NLM_F_REPLACE, nest } from "@rxnetlink/core/schema";
import { type Ignored, rejectIgnored, unless } from "../common/ignored.js";
import { RTM_DELNEIGH, RTM_GETNEIGH, RTM_NEWNEIGH } from "../common/rtm.js";
import { RTNLGRP_NEIGH } from "../common/rtnlgrp.js";
import { fdbStateRules } from "./fdb-state.js";
import { type Fdb, neighbourFlags, neighbourMessage, neighbourState } from "./layout.js";

const { self, master } = neighbourFlags.bits;

/** Which table it is in: as it says, or as one that was listed, which has its bridge for a master. */
function tableOf({ flags = 0, master: bridge, ndmIfindex }: Partial<Fdb>): number {
  const chosen = flags & (self | master);
  if (chosen !== 0) return chosen;
  return bridge !== undefined && bridge !== ndmIfindex ? master : self;
}

const forRemoteEnds = unless<Fdb>((fdb) => (tableOf(fdb) & self) !== 0, "a bridge has no remote ends");

const IGNORED: Ignored<Fdb> = {
  dst: forRemoteEnds,
  port: forRemoteEnds,
  vni: forRemoteEnds,
  ifindex: forRemoteEnds,
  srcVni: forRemoteEnds,
  nhId: forRemoteEnds,
};

/** As `bridge fdb`: in the table of the link itself, static and permanent. */
function completeFdb(given: Partial<Fdb>, verb: Verb): Partial<Fdb> {
  const fdb = { family: "bridge" as const, ...given };
  if (verb === "list") return fdb;
  const flags = (given.flags ?? 0) | tableOf(given);
  if (verb === "get" || verb === "delete") return { ...fdb, flags };
  const accepted = rejectIgnored<Fdb>(fdb, verb, IGNORED, neighbourMessage.isListed!(given));
  const { state = neighbourState.of("noarp", "permanent") } = accepted;
  // One that has not been heard lately is known all the same.
  const known = state & neighbourState.bits.stale ? neighbourState.bits.reachable : state;
  return { ...accepted, state: tableOf(given) === master ? known : state, flags };
}

/** A bridge's entries tell their bridge, but not the flag that one needs to name them. */
function keyOf(fdb: Partial<Fdb>): Partial<Fdb> {
  // The kernel looks in a bridge where no port is named.
  const bridge = fdb.ndmIfindex === undefined ? pick(fdb, "master") : {};
  const key = pick(fdb, "family", "ndmIfindex", "lladdr", "vlan", "dst", "port", "vni", "srcVni", "nhId");
  return { ...key, ...bridge, flags: tableOf(fdb) };
}

/** Messages of forwarding tables: those of neighbours (`RTM_*NEIGH`) of the family `AF_BRIDGE`. */
export const fdbObject: ObjectDefinition<Fdb> = {
  name: "fdb",
  namedBy: ["ndmIfindex", "lladdr", "vlan", "dst"],
  layout: nest<Fdb>(neighbourMessage),
  types: { new: RTM_NEWNEIGH, delete: RTM_DELNEIGH, get: RTM_GETNEIGH },
  accepts: ({ family }) => family === "bridge",
  groups: [RTNLGRP_NEIGH],
  filters: ["family", "ndmIfindex", "master"],
  changeFlags: NLM_F_REPLACE,
  keeps: ["state", "flags", "master"],
  prepare: completeFdb,
  notFound: "ENOENT",
  // The kernel gives one entry of an address, whatever its remote end.
  getsByList: ({ dst, port, srcVni, nhId }) => [dst, port, srcVni, nhId].some((one) => one !== undefined),
  keysOf: (fdb) => [keyOf(fdb)],
  state: fdbStateRules,
};
