import {
  attributes,
  type ChangingVerb,
  EncodeError,
  extend,
  type Infer,
  message,
  NetlinkObject,
  NLM_F_ECHO,
  nest,
  type ObjectDefinition,
  pick,
  readOnly,
  retryInterrupted,
  struct,
  type Verb,
} from "@rxnetlink/core";
import { concatMap, defaultIfEmpty, distinct, map, type Observable, take } from "rxjs";
import { kindHint } from "../common/hints.js";
import { unlessThere } from "./adapt.js";
import { classStateRules } from "./class-state.js";
import { qdiscObject } from "./qdisc.js";
import {
  type ClassOptions,
  type ClassXstats,
  classOptions,
  classXstats,
  type QdiscKind,
  qdiscKind,
} from "./qdisc-kinds/index.js";
import { TC_GROUP } from "./shared-block.js";
import { statsCommon } from "./stats.js";
import { tcaCommon, tcHandle, tcmsgHead } from "./tcmsg.js";
import { majorOf, minorOf } from "./values/handle.js";

/** The fixed header of class messages. */
export const classTcmsg = struct(
  "tcmsg",
  extend(tcmsgHead, {
    /** Its class id, `major:minor`; the major number is that of its qdisc. */
    handle: tcHandle,
    /** The class it is in, or its qdisc. */
    parent: tcHandle,
    /** Handle of the qdisc inside it; read-only. */
    info: readOnly(tcHandle),
  }),
);

/** Statistics of a class (`TCA_STATS_*`). */
export const classStatsAttributes = attributes(
  "tca-stats-attrs",
  "TCA_STATS_",
  extend(statsCommon, {
    /** Statistics of its kind. */
    app: [4, nest<ClassXstats>(classXstats)],
  }),
);
/** Statistics of a class. */
export interface ClassStats extends Infer<typeof classStatsAttributes> {}

/** The attributes of class messages (`TCA_*`). */
export const classAttributes = attributes(
  "attrs",
  "TCA_",
  extend(tcaCommon, {
    /** The kind of its qdisc: `"htb"`, `"drr"` … */
    kind: [1, nest<QdiscKind>(qdiscKind)],
    /** Settings of its kind. */
    options: [2, nest<ClassOptions>(classOptions)],
    /** Statistics of its kind; `stats2.app` has the same. */
    xstats: [4, readOnly(nest<ClassXstats>(classXstats))],
    /** Statistics. */
    stats2: [7, readOnly(nest<ClassStats>(classStatsAttributes))],
  }),
);

/** The layout of `RTM_NEWTCLASS`, `RTM_DELTCLASS` and `RTM_GETTCLASS`. */
export const classMessage = message("class", classTcmsg, classAttributes);
/** A class: a share of what a classful qdisc sends. */
export interface TcClass extends Infer<typeof classMessage> {}

const layout = nest<TcClass>(classMessage);

/** The kernel would list all classes of the qdisc. */
function ofQdisc(given: Partial<TcClass>, verb: Verb): Partial<TcClass> {
  if (verb === "list" && given.parent !== undefined && minorOf(given.parent) !== 0)
    throw new EncodeError("classes are listed by qdisc: its handle has the minor number 0").within("parent");
  return given;
}

/**
 * Class messages (`RTM_*TCLASS`). The kernel lists the classes of one link, so `list$` needs `ifindex`; `parent` is
 * there the handle of a qdisc, all of whose classes are meant. The outermost classes have the parent `TC_H_ROOT`.
 * The kernel answers `get$` by telling the whole group, as for qdiscs.
 */
export const classObject: ObjectDefinition<TcClass> = {
  name: "class",
  namedBy: ["ifindex", "parent", "handle", "kind"],
  hint: kindHint("qdisc kind", qdiscKind.words),
  layout,
  types: { new: 40, delete: 41, get: 42 },
  groups: [TC_GROUP],
  filters: ["ifindex"],
  selectors: ["parent"],
  details: [],
  changeFlags: 0,
  getFlags: NLM_F_ECHO,
  state: classStateRules,
  prepare: ofQdisc,
  adapt: unlessThere(layout),
  keysOf: (value) => [pick(value, "ifindex", "handle", "kind")],
};

/** The verbs of classes. */
export class ClassObject extends NetlinkObject<TcClass> {
  /** Those of a qdisc that the kernel chose by itself are found in a list only. */
  protected override current$(verb: ChangingVerb, value: Partial<TcClass>): Observable<TcClass | undefined> {
    if (value.handle === undefined || majorOf(value.handle) !== 0) return super.current$(verb, value);
    return this.list$(pick(value, "ifindex", "handle")).pipe(take(1), defaultIfEmpty(undefined));
  }

  /** Link by link, for those that have qdiscs. */
  protected override all$(): Observable<TcClass> {
    return new NetlinkObject(this.connection, qdiscObject).list$().pipe(
      map(({ ifindex }) => ifindex),
      distinct(),
      concatMap((ifindex) => this.list$({ ifindex })),
      retryInterrupted(Number.POSITIVE_INFINITY),
    );
  }
}
