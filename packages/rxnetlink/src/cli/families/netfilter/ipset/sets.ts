import { toJson } from "@rxnetlink/core";
import { didYouMean } from "@rxnetlink/core/internal";
import type { Netfilter } from "@rxnetlink/netfilter";
import {
  type ExistOption,
  type IpSetRef,
  ipsetMessages,
  ipsetTypes,
  type NewIpSet,
} from "@rxnetlink/netfilter/ipset";
import { concatMap, from, lastValueFrom, map, toArray } from "rxjs";
import { readAssignments } from "../../../input/assignments.js";
import { UsageError } from "../../../input/usage-error.js";
import { print, shown } from "../../../output.js";
import { setText } from "./ipset-text.js";

/** Prints all sets with their elements, or the one of a name. */
export async function list({ ipset }: Netfilter, setname: string | undefined, json: boolean): Promise<void> {
  const sets$ = setname === undefined ? ipset.list$() : ipset.get$({ setname });
  if (!json) return shown(sets$.pipe(concatMap((set) => from(setText(set)).pipe(concatMap(print)))));
  const rows$ = sets$.pipe(
    map((set) => toJson(ipsetMessages.layout, set)),
    toArray(),
  );
  await shown(rows$.pipe(concatMap((rows) => print(JSON.stringify(rows)))));
}

function checkType(typename: string): void {
  const known = Object.keys(ipsetTypes);
  if (known.includes(typename)) return;
  const hint = didYouMean(typename, known);
  throw new UsageError(`${typename} is no type of sets${hint === undefined ? "" : ` (${hint})`}`);
}

/** Creates a set. */
export async function create(
  { ipset }: Netfilter,
  setname: string,
  typename: string,
  words: readonly string[],
  options: ExistOption,
): Promise<void> {
  checkType(typename);
  const given = readAssignments(ipsetMessages.layout, words, "family");
  for (const key of ["setname", "typename", "elements"])
    if (given[key] !== undefined) throw new UsageError(`${key}: not a setting`);
  await lastValueFrom(ipset.create$({ ...given, setname, typename } as NewIpSet, options));
}

/** Looks up the type of a set, which says what its elements are. */
export async function typed({ ipset }: Netfilter, setname: string): Promise<IpSetRef> {
  const { typename } = await lastValueFrom(ipset.headers$({ setname }));
  return { setname, typename };
}
