import { fromJson, type HasLayout, type Json, type LayoutHolder, toJson } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import type { AnyType } from "@rxnetlink/core/schema";

/** Configuration of one object in the form of `toJson()`: what a request can set, with names of links for their indices. */
export type BackupRow = Readonly<Record<string, unknown>>;

/** Returns the object with a name that is to be made too, if there is one. */
export type RowOf = (subject: string) => BackupRow | undefined;

/** Returns the name of the link that has an index, if there is one. */
export type NameOf = (index: number) => string | undefined;

/** What a row leaves out, besides what requests cannot set. */
export interface Kept {
  /** Paths of members that are state, or follow from others. */
  readonly state?: readonly string[];
  /** Bits that are configuration, by the path of their member. */
  readonly bits?: Readonly<Record<string, readonly string[]>>;
}

/** Returns a listed value as it is kept. */
export function toRow(layout: AnyType, value: object, nameOf: NameOf, kept: Kept = {}): BackupRow {
  const json = toJson(layout, settable(layout, value, nameOf)) as Json<object>;
  return withoutState(json, kept, "") as BackupRow;
}

/** Returns what requests can set of a value, at any depth. */
function settable(type: AnyType | undefined, value: unknown, nameOf: NameOf): unknown {
  if (Array.isArray(value)) return value.map((element) => settable(type?.member?.("0"), element, nameOf));
  if (!isRecord(value)) return value;
  return mapped(value, (given, key) => {
    const below = type?.member?.(key);
    if (given === undefined || below?.readOnly) return undefined;
    return linkName(below, given, value, nameOf) ?? settable(below, given, nameOf);
  });
}

/** Returns the name of a link, if the value is an index in this namespace. */
function linkName(type: AnyType | undefined, value: unknown, beside: object, nameOf: NameOf) {
  const elsewhere = type?.linkElsewhere;
  if (elsewhere === undefined || typeof value !== "number") return undefined;
  return elsewhere.some((key) => key in beside) ? undefined : nameOf(value);
}

/** Leaves out state, and bits that are state. Elements of a list have the path of the list. */
function withoutState(json: unknown, kept: Kept, path: string): unknown {
  const bits = kept.bits?.[path];
  if (Array.isArray(json))
    return bits === undefined
      ? json.map((one) => withoutState(one, kept, path))
      : json.filter((bit) => bits.includes(bit));
  if (!isRecord(json)) return json;
  return mapped(json, (member, key) => {
    const at = path === "" ? key : `${path}.${key}`;
    return kept.state?.includes(at) ? undefined : withoutState(member, kept, at);
  });
}

/** Returns an object without the members at some paths. */
export const without = (row: BackupRow, paths: readonly string[]): BackupRow =>
  withoutState(row, { state: paths }, "") as BackupRow;

const isEmpty = (value: unknown) => isRecord(value) && Object.keys(value).length === 0;

/** Maps members; leaves out those that become `undefined`, or that lose all that they held. */
function mapped(value: object, each: (member: unknown, key: string) => unknown): BackupRow {
  const members = Object.entries(value).map(([key, given]) => [key, each(given, key), given] as const);
  const left = members.filter(
    ([, member, given]) => member !== undefined && (!isEmpty(member) || isEmpty(given)),
  );
  return Object.fromEntries(left);
}

/** Layouts of messages, whose header comes first. */
interface WithHeader {
  readonly header?: { readonly size?: number; read(view: DataView, at: number, end: number): object };
}

/**
 * Returns the value of a row, with links by name. A row with a family, which all headers have, is completed as if it had been
 * listed, so that requests leave out what cannot be set.
 */
export function fromRow<T extends object>(definition: LayoutHolder<T>, row: BackupRow): T {
  const { header } = definition.layout as WithHeader;
  const size = "family" in row ? (header?.size ?? 0) : 0;
  const zeros = size === 0 ? {} : header?.read(new DataView(new ArrayBuffer(size)), 0, size);
  return { ...zeros, ...fromJson<T>(definition as HasLayout<T>, row as never) };
}

/** Returns the member at a path, whose numbers are positions in lists. */
export function memberAt(row: BackupRow, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (value as BackupRow | undefined)?.[key], row);
}
