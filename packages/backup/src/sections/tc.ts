import type { Rtnetlink } from "@rxnetlink/route";
import {
  CLSACT_EGRESS,
  CLSACT_INGRESS,
  type Filter,
  formatHandle,
  minorOf,
  type Qdisc,
  type TcClass,
} from "@rxnetlink/route/tc";
import { concat, concatMap, distinct, filter, map, type Observable, toArray } from "rxjs";
import { objectSection } from "../object-section.js";
import { type BackupRow, memberAt } from "../row.js";

const at = (row: BackupRow, member: string) => formatHandle(Number(row[member]));
const where = (row: BackupRow) => `${at(row, "parent")} of ${row.ifindex}`;

/** Default qdiscs have no handle. */
const isDefault = ({ handle }: Qdisc) => handle === 0;

/** Qdiscs, without those that links have by default. */
export const qdiscs = objectSection<Qdisc>({
  name: "qdisc",
  object: ({ route }) => route.qdisc,
  key: ["ifindex", "parent"],
  subject: (row) => `${row.kind} ${at(row, "handle")} at ${where(row)}`,
  link: "ifindex",
  isState: isDefault,
  // A default one may be there already.
  add: "replace",
  change: "replace",
});

/** Kinds of qdiscs whose classes are made by requests; others make their own. */
const CLASSFUL: ReadonlySet<unknown> = new Set(["htb", "hfsc", "drr", "qfq", "cbq"]);

function classes$({ qdisc, class: classes }: Rtnetlink): Observable<TcClass> {
  return qdisc.list$().pipe(
    filter(({ kind }) => CLASSFUL.has(kind)),
    distinct(({ ifindex }) => ifindex),
    concatMap(({ ifindex }) => classes.list$({ ifindex })),
    // hfsc reports its root as a class.
    filter(({ kind, handle }) => CLASSFUL.has(kind) && minorOf(handle) !== 0),
    toArray(),
    concatMap(parentsFirst),
  );
}

/** The kernel puts a class whose parent is missing at the root. */
function parentsFirst(all: readonly TcClass[]): TcClass[] {
  const keyOf = (ifindex: number, handle: number) => `${ifindex} ${handle}`;
  const known = new Map(all.map((one) => [keyOf(one.ifindex, one.handle), one]));
  const depthOf = ({ ifindex, parent }: TcClass): number => {
    const above = known.get(keyOf(ifindex, parent));
    return above === undefined ? 0 : 1 + depthOf(above);
  };
  return all
    .map((one) => ({ one, depth: depthOf(one) }))
    .sort((left, right) => left.depth - right.depth)
    .map(({ one }) => one);
}

/** Classes of qdiscs. */
export const classes = objectSection<TcClass>({
  name: "class",
  object: ({ route }) => route.class,
  list$: ({ route }) => classes$(route),
  key: ["ifindex", "handle"],
  subject: (row) => `${row.kind} ${at(row, "handle")} at ${where(row)}`,
  link: "ifindex",
  change: "change",
});

/** Returns the parents that a qdisc's filters may have. */
const parentsOf = ({ kind, handle }: Qdisc) =>
  kind === "clsact" ? [CLSACT_INGRESS, CLSACT_EGRESS] : [handle];

function filters$(route: Rtnetlink): Observable<Filter> {
  const qdiscs$ = route.qdisc.list$().pipe(
    filter((one) => !isDefault(one)),
    concatMap((one) => parentsOf(one).map((parent) => ({ ifindex: one.ifindex, parent }))),
  );
  const classes = classes$(route).pipe(map(({ ifindex, handle }) => ({ ifindex, parent: handle })));
  return concat(qdiscs$, classes).pipe(
    toArray(),
    concatMap((places) => places),
    concatMap((place) => route.filter.list$(place)),
  );
}

/** The first row of a priority has no handle; `u32` has a table of its own for each. */
function isMadeByOthers({ handle, options }: Filter): boolean {
  return handle === 0 || options?.u32?.divisor === 1;
}

/** Bits of a handle of `u32` that are the number of its table. */
const U32_TABLE = 0xfff0_0000;
/** First number that the kernel gives to the own table of a priority; those that `tc` gives are lower. */
const U32_OWN = 0x8000_0000;
const isOfOwnTable = ({ kind, handle }: BackupRow) => kind === "u32" && Number(handle) >= U32_OWN;

/** Returns a filter of `u32` without the number of its own table, which the kernel chooses. */
function withoutTable(row: BackupRow): BackupRow {
  if (!isOfOwnTable(row)) return row;
  const { hash: _, ...u32 } = memberAt(row, "options.u32") as BackupRow;
  return { ...row, handle: (Number(row.handle) & ~U32_TABLE) >>> 0, options: { u32 } };
}

/** Returns a filter of `u32` with the number that its table has now. */
function withTableOf(row: BackupRow, { handle, options }: BackupRow): BackupRow {
  if (!isOfOwnTable(row)) return row;
  const u32 = memberAt(row, "options.u32") as BackupRow;
  return { ...row, handle, options: { u32: { ...u32, hash: memberAt({ options }, "options.u32.hash") } } };
}

/** Filters of qdiscs and classes, with their actions. */
export const filters = objectSection<Filter>({
  name: "filter",
  object: ({ route }) => route.filter,
  list$: ({ route }) => filters$(route),
  key: ["ifindex", "parent", "chain", "priority", "protocol", "kind", "handle"],
  subject: (row) => `${row.kind} ${row.priority} at ${where(row)}`,
  link: "ifindex",
  isState: isMadeByOthers,
  identity: withoutTable,
  adapted: withTableOf,
  added: withoutTable,
  add: "replace",
  change: "replace",
});
