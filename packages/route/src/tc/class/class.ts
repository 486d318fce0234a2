import { defineObject, EncodeError, type ListOther, type ObjectOf, pick, type Verb } from "@rxnetlink/core";
import { retryInterrupted } from "@rxnetlink/core/operators";
import { NLM_F_ECHO, nest } from "@rxnetlink/core/schema";
import { concatMap, distinct, map, type Observable } from "rxjs";
import { kindHint } from "../../common/hints.js";
import { RTM_DELTCLASS, RTM_GETTCLASS, RTM_NEWTCLASS } from "../../common/rtm.js";
import { RTNLGRP_TC } from "../../common/rtnlgrp.js";
import { qdiscKind } from "../qdisc/kinds/formats.js";
import { qdiscObject } from "../qdisc/qdisc.js";
import { requestIfDifferent } from "../settings.js";
import { majorOf, minorOf } from "../values/handle.js";
import { classMessage, type TcClass } from "./layout.js";
import { classStateRules } from "./state.js";

const layout = nest<TcClass>(classMessage);

/** Refuses to list by class: the kernel would list all classes of the qdisc. */
function requireQdiscParent(given: Partial<TcClass>, verb: Verb): Partial<TcClass> {
  if (verb === "list" && given.parent !== undefined && minorOf(given.parent) !== 0)
    throw new EncodeError("classes are listed by qdisc: its handle has the minor number 0").at("parent");
  return given;
}

/** Lists link by link, for the links that have qdiscs. */
function listByLink$(
  list$: (match: Partial<TcClass>) => Observable<TcClass>,
  listOther$: ListOther,
): Observable<TcClass> {
  return listOther$(qdiscObject).pipe(
    map(({ ifindex }) => ifindex),
    distinct(),
    concatMap((ifindex) => list$({ ifindex })),
    retryInterrupted(Number.POSITIVE_INFINITY),
  );
}

/**
 * Class messages (`RTM_*TCLASS`). The kernel lists the classes of one link, so `list$` needs `ifindex`; its `parent`
 * is the handle of a qdisc and selects all classes of it. Top-level classes have the parent `TC_H_ROOT`. The kernel
 * answers `get$` by notifying the whole group, as for qdiscs.
 */
export const classObject = defineObject({
  name: "class",
  namedBy: ["ifindex", "parent", "handle", "kind"],
  hint: kindHint("qdisc kind", qdiscKind.words),
  layout,
  types: { new: RTM_NEWTCLASS, delete: RTM_DELTCLASS, get: RTM_GETTCLASS },
  groups: [RTNLGRP_TC],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify", "watch"],
  filters: ["ifindex"],
  requestOnly: ["parent"],
  details: [],
  getFlags: NLM_F_ECHO,
  state: classStateRules,
  complete: requireQdiscParent,
  adapt: requestIfDifferent(layout),
  // Classes of a default qdisc are found only by listing.
  foundInList: (value) =>
    value.handle === undefined || majorOf(value.handle) !== 0 ? undefined : pick(value, "ifindex", "handle"),
  listAll$: listByLink$,
  keysOf: (value) => [pick(value, "ifindex", "handle", "kind")],
});

/** Verbs of classes. */
export interface TcClasses extends ObjectOf<typeof classObject> {}
