import { defineObject, type ObjectOf, pick, type Verb } from "@rxnetlink/core";
import { NLM_F_REPLACE, nest } from "@rxnetlink/core/schema";
import { type Ignored, rejectIgnored, unless } from "../common/ignored.js";
import { RTM_DELNEIGH, RTM_GETNEIGH, RTM_NEWNEIGH } from "../common/rtm.js";
import { RTNLGRP_NEIGH } from "../common/rtnlgrp.js";
import { fdbStateRules } from "./fdb-state.js";
import { type Fdb, neighbourFlags, neighbourMessage, neighbourState } from "./layout.js";

const { self, master } = neighbourFlags.bits;

/** Returns the table of an entry: that of its flags, or else of a listed entry, whose master is the bridge. */
function tableOf({ flags = 0, master: bridge, ndmIfindex }: Partial<Fdb>): number {
  const chosen = flags & (self | master);
  if (chosen !== 0) return chosen;
  return bridge !== undefined && bridge !== ndmIfindex ? master : self;
}

const forRemoteEnds = unless<Fdb>(
  (fdb) => (tableOf(fdb) & self) !== 0,
  "entries of a bridge have no remote endpoint",
);

const IGNORED: Ignored<Fdb> = {
  dst: forRemoteEnds,
  port: forRemoteEnds,
  vni: forRemoteEnds,
  ifindex: forRemoteEnds,
  srcVni: forRemoteEnds,
  nhId: forRemoteEnds,
};

/** Completes a request as `bridge fdb` does: static and permanent, in the table of the link itself. */
function completeFdb(given: Partial<Fdb>, verb: Verb): Partial<Fdb> {
  const fdb = { family: "bridge" as const, ...given };
  if (verb === "list") return fdb;
  const flags = (given.flags ?? 0) | tableOf(given);
  if (verb === "get" || verb === "delete") return { ...fdb, flags };
  const accepted = rejectIgnored<Fdb>(fdb, verb, IGNORED, neighbourMessage.isListed!(given));
  const { state = neighbourState.of("noarp", "permanent") } = accepted;
  // A stale entry of a bridge is added again as reachable.
  const known = state & neighbourState.bits.stale ? neighbourState.bits.reachable : state;
  return { ...accepted, state: tableOf(given) === master ? known : state, flags };
}

/** Returns the key of an entry. The kernel reports the bridge of an entry, but not the flag that requests need. */
function keyOf(fdb: Partial<Fdb>): Partial<Fdb> {
  // Without a port the kernel looks in the bridge.
  const bridge = fdb.ndmIfindex === undefined ? pick(fdb, "master") : {};
  const key = pick(fdb, "family", "ndmIfindex", "lladdr", "vlan", "dst", "port", "vni", "srcVni", "nhId");
  return { ...key, ...bridge, flags: tableOf(fdb) };
}

/** Forwarding table messages: neighbour messages (`RTM_*NEIGH`) of the family `AF_BRIDGE`. */
export const fdbObject = defineObject({
  name: "fdb",
  namedBy: ["ndmIfindex", "lladdr", "vlan", "dst"],
  layout: nest<Fdb>(neighbourMessage),
  types: { new: RTM_NEWNEIGH, delete: RTM_DELNEIGH, get: RTM_GETNEIGH },
  accepts: ({ family }) => family === "bridge",
  groups: [RTNLGRP_NEIGH],
  verbs: ["list", "get", "add", "change", "replace", "append", "delete", "notify", "watch"],
  filters: ["family", "ndmIfindex", "master"],
  changeFlags: NLM_F_REPLACE,
  keeps: ["state", "flags", "master"],
  complete: completeFdb,
  notFound: "ENOENT",
  // The kernel returns the first entry of an address, whatever its remote endpoint.
  getsByList: ({ dst, port, srcVni, nhId }) => [dst, port, srcVni, nhId].some((one) => one !== undefined),
  keysOf: (fdb) => [keyOf(fdb)],
  state: fdbStateRules,
});
/** Verbs of forwarding table entries. */
export interface Fdbs extends ObjectOf<typeof fdbObject> {}
