import { KernelError } from "@rxnetlink/core";
import {
  type ElementOf,
  type IpSet,
  type IpSets,
  type IpSetType,
  ipsetMessages,
  type NewIpSet,
} from "@rxnetlink/netfilter/ipset";
import { catchError, concat, concatMap, map, type Observable, throwError, toArray } from "rxjs";
import { attempts$ } from "../attempts.js";
import { type BackupRow, fromRow, type Kept, toRow } from "../row.js";
import type { Section } from "../section.js";
import type { BackupStep } from "../step.js";

/** Indices, versions, sizes of hashes, which grow, and counters. */
const KEPT: Kept = {
  state: ["index", "revision", "data.hashsize", "data.initval", "elements.packets", "elements.bytes"],
};

const isList = ({ typename }: { readonly typename?: unknown }) => typename === "list:set";

/** Elements that end after a time are state. */
const isPermanent = ({ timeout = 0 }: { readonly timeout?: number }) => timeout === 0;

/** Returns a set as it is kept, with its elements sorted: the kernel lists those of hashes in any order. */
function rowOf(set: IpSet): BackupRow {
  const elements = (set.elements ?? []).filter(isPermanent);
  const row = toRow(ipsetMessages.layout, { ...set, elements }, () => undefined, KEPT);
  if (isList(set)) return row;
  const sorted = (row.elements as object[]).map((element) => JSON.stringify(element)).sort();
  return { ...row, elements: sorted.map((text) => JSON.parse(text)) };
}

/** Lists come after the sets that they hold. */
const membersFirst = (all: readonly IpSet[]) => [
  ...all.filter((set) => !isList(set)),
  ...all.filter((set) => isList(set)),
];

/** Fills a set in one step, which makes it if there is none; one of another type is made again. */
function put$(ipset: IpSets, row: BackupRow): Observable<unknown> {
  const { elements = [], ...set } = fromRow(ipsetMessages, row) as IpSet;
  const put$ = ipset.replace$(set as NewIpSet, elements as ElementOf<IpSetType>[]);
  return put$.pipe(
    catchError((error) =>
      isOfOtherType(error) ? concat(ipset.destroy$(set), put$) : throwError(() => error),
    ),
  );
}

const isOfOtherType = (error: unknown) =>
  error instanceof KernelError && String(error.code) === "IPSET_ERR_TYPE_MISMATCH";

const setnameOf = ({ setname }: BackupRow) => String(setname);

const step$ = (ipset: IpSets, step: BackupStep) =>
  step.type === "delete" ? ipset.destroy$({ setname: setnameOf(step.previous) }) : put$(ipset, step.current);

/** IP sets, each with its elements. */
export const sets: Section = {
  name: "ipset",
  needs: "netfilter",
  list$: ({ netfilter }) =>
    netfilter!.ipset.list$().pipe(
      toArray(),
      concatMap(membersFirst),
      map((set) => ({ row: rowOf(set) })),
    ),
  keyOf: setnameOf,
  subjectOf: setnameOf,
  carryOut$: ({ netfilter }, steps) => attempts$(steps, (step) => step$(netfilter!.ipset, step)),
};
