import { defineObject, merged, type ObjectOf, pick } from "@rxnetlink/core";
import { NLM_F_REPLACE, nest } from "@rxnetlink/core/schema";
import { RTM_DELMDB, RTM_GETMDB, RTM_NEWMDB } from "../../common/rtm.js";
import { RTNLGRP_MDB } from "../../common/rtnlgrp.js";
import { type Mdb, type MdbGroup, type MdbRequest, mdbMessage, mdbRequestMessage } from "./layout.js";
import { mdbEntries, mdbStateRules } from "./state.js";

const groupOf = ({ info: [first] = [] }: MdbGroup) =>
  first && `${first.entry.vid} ${first.entry.addr} ${first.attrs.source ?? ""} ${first.attrs.srcVni ?? ""}`;

/** Merges two messages of a dump, between which the kernel may also split a group. */
function joinGroups(value: Mdb, next: Mdb): Mdb {
  const last = value.mdb?.entry?.at(-1);
  const first = next.mdb?.entry?.[0];
  if (last === undefined || first === undefined || groupOf(last) !== groupOf(first))
    return merged(value, next);
  const rest = { ...next, mdb: { ...next.mdb, entry: next.mdb?.entry?.slice(1) ?? [] } };
  merged(last, first);
  return merged(value, rest);
}

/** Returns one request per entry of a listed database. */
function requestsOf(value: Partial<Mdb & MdbRequest>): Partial<MdbRequest>[] | undefined {
  if (value.mdb === undefined) return undefined;
  return mdbEntries(value).map(({ entry, attrs }) => {
    const { srcList, timer: _, rtprot, ...others } = attrs;
    // The kernel fills in "static" itself, and rejects the attribute before 6.3.
    const said = rtprot === undefined || rtprot === "static" ? others : { ...others, rtprot };
    const sources = srcList?.entry?.map(({ address }) => ({ address: address! }));
    const entryAttrs = { ...said, ...(sources && { srcList: { entry: sources } }) };
    return { ...pick(value, "ifindex"), entry, ...(Object.keys(entryAttrs).length > 0 && { entryAttrs }) };
  });
}

/** Returns the key of each entry, for requests that remove them. */
function keysOf(value: Partial<Mdb & MdbRequest>): Partial<MdbRequest>[] {
  return (requestsOf(value) ?? [value]).map(({ entryAttrs = {}, ...request }) => {
    const named = pick(entryAttrs, "source", "dst", "dstPort", "vni", "ifindex", "srcVni");
    return { ...request, ...(Object.keys(named).length > 0 && { entryAttrs: named }) };
  });
}

const request = nest<MdbRequest>(mdbRequestMessage);

/**
 * Multicast database messages (`RTM_*MDB`). A list has one {@link Mdb} per bridge, `watch$` and `state$` have one per entry.
 * A request is about one entry; `get$` since 6.8.
 */
export const mdbObject = defineObject({
  name: "mdb",
  namedBy: ["ifindex"],
  layout: nest<Mdb>(mdbMessage),
  types: { new: RTM_NEWMDB, delete: RTM_DELMDB, get: RTM_GETMDB },
  requests: { new: request, delete: request, get: request },
  groups: [RTNLGRP_MDB],
  verbs: ["list", "get", "add", "replace", "delete", "notify", "watch"],
  filters: ["family"],
  changeFlags: NLM_F_REPLACE,
  joins: { by: ["ifindex"], merge: joinGroups },
  state: mdbStateRules,
  notFound: "ENOENT",
  requestsOf,
  getsByList: ({ mdb }) => mdb !== undefined,
  complete: (given) => ({ family: "bridge", ...given }),
  keysOf: (value, verb) =>
    verb === "get" && value.mdb !== undefined ? [pick(value, "ifindex")] : keysOf(value),
});
/** Verbs of multicast databases. */
export interface Mdbs extends ObjectOf<typeof mdbObject> {}
