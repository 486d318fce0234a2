import { UsageError } from "../input/usage-error.js";
import { type Flat, flat } from "./flat.js";

type Compare = (is: string, wanted: string) => boolean;

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Compares texts, in which numbers count as such. */
const { compare: compareTexts } = new Intl.Collator("en", { numeric: true });

/** What values are compared by: their number, if they are one, or their text. */
export interface SortKey {
  readonly text: string;
  /** `NaN` for a text. */
  readonly number: number;
}

/** Returns what a value is compared by. */
export const sortKey = (text: string): SortKey => ({
  text,
  number: NUMBER.test(text) ? Number(text) : Number.NaN,
});

/** Compares as numbers where both are, else as texts. */
export function compareKeys(one: SortKey, other: SortKey): number {
  const difference = one.number - other.number;
  return Number.isNaN(difference) ? compareTexts(one.text, other.text) : difference;
}

const order = (is: string, wanted: string) => compareKeys(sortKey(is), sortKey(wanted));

/** Comparisons by how they are written; the longer ones first. */
const COMPARE: readonly (readonly [sign: string, compare: Compare])[] = [
  ["!=", (is, wanted) => order(is, wanted) !== 0],
  ["<=", (is, wanted) => order(is, wanted) <= 0],
  [">=", (is, wanted) => order(is, wanted) >= 0],
  ["=", (is, wanted) => order(is, wanted) === 0 || is.split(",").includes(wanted)],
  ["<", (is, wanted) => order(is, wanted) < 0],
  [">", (is, wanted) => order(is, wanted) > 0],
  ["~", (is, wanted) => is.includes(wanted)],
];

/** Parses a condition: `mtu>1500`, `linkinfo.kind!=veth`, `ifname~eth`; `undefined` if it is none. */
export function conditionOf(text: string): ((row: Flat) => boolean) | undefined {
  const [, path, sign, wanted = ""] = /^([\w.[\]-]+)(!=|<=|>=|=|<|>|~)(.*)$/s.exec(text) ?? [];
  const compare = COMPARE.find(([one]) => one === sign)?.[1];
  if (path === undefined || compare === undefined) return undefined;
  return (row) => {
    const is = row.get(path);
    return is === undefined ? sign === "!=" : compare(is, wanted);
  };
}

function condition(text: string): (row: Flat) => boolean {
  const parsed = conditionOf(text);
  if (parsed === undefined)
    throw new UsageError(`--filter: "${text}" is no condition, such as mtu>1500 (with = != < <= > >= ~)`);
  return parsed;
}

/** Options by which rows are chosen and ordered. */
export interface SelectOptions {
  /** Conditions, all of which rows must meet. */
  readonly filter?: readonly string[];
  /** Paths of members to sort by, separated by commas; `-` in front reverses. */
  readonly sort?: string;
}

/** A row with its members by their paths. */
interface Entry<T> {
  readonly row: T;
  readonly members: Flat;
}

function comparison(sort: string): (a: Entry<unknown>, b: Entry<unknown>) => number {
  const keys = sort
    .split(",")
    .map((key) => ({ path: key.replace(/^-/, ""), sign: key.startsWith("-") ? -1 : 1 }));
  return (a, b) => {
    for (const { path, sign } of keys) {
      const result = sign * order(a.members.get(path) ?? "", b.members.get(path) ?? "");
      if (result !== 0) return result;
    }
    return 0;
  };
}

/**
 * Returns a test for objects in the form of `toJson()`: true for those that meet all conditions.
 *
 * @throws UsageError if a condition cannot be parsed.
 */
export function meeting(filter: readonly string[] = []): (json: object) => boolean {
  const conditions = filter.map(condition);
  return (json) => {
    const members = conditions.length === 0 ? undefined : flat(json);
    return members === undefined || conditions.every((meets) => meets(members));
  };
}

/**
 * Chooses and orders rows by their JSON form.
 *
 * @throws UsageError if a condition cannot be parsed.
 */
export function selected<T>(
  rows: readonly T[],
  jsonOf: (row: T) => object,
  { filter = [], sort }: SelectOptions,
): T[] {
  const conditions = filter.map(condition);
  if (conditions.length === 0 && sort === undefined) return [...rows];
  const entries = rows
    .map((row) => ({ row, members: flat(jsonOf(row)) }))
    .filter(({ members }) => conditions.every((meets) => meets(members)));
  if (sort !== undefined) entries.sort(comparison(sort));
  return entries.map(({ row }) => row);
}
