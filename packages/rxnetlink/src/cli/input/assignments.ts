import { readFileSync } from "node:fs";
import { CodecError, fromJson } from "@rxnetlink/core";
import { isBytes } from "@rxnetlink/core/internal";
import { type AnyType, Writer } from "@rxnetlink/core/schema";
import { memberHint, valueHint } from "./suggestions.js";
import { UsageError } from "./usage-error.js";

type Value = Record<string, unknown> | unknown[];

/** Splits `a.b[0].c` into its keys. */
function keysOf(path: string): string[] {
  return path.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
}

/** Joins keys to a path as people write it: `a.b[0].c`. */
const pathOf = (keys: readonly string[]) =>
  keys.reduce(
    (path, key) => (path === "" ? key : /^\d+$/.test(key) ? `${path}[${key}]` : `${path}.${key}`),
    "",
  );

const hinted = (text: string, hint: string | undefined) => (hint === undefined ? text : `${text} (${hint})`);

/**
 * Returns the type of the member at a path.
 *
 * @throws UsageError if there is none.
 */
export function typeAt(layout: AnyType, path: string): AnyType {
  let type = layout;
  for (const key of keysOf(path)) {
    const member = type.member?.(key);
    if (member === undefined) {
      const hint = memberHint(layout, type, key);
      throw new UsageError(hinted(`${path}: no such member of ${type.name}`, hint));
    }
    type = member;
  }
  return type;
}

/** Parses a value in the form of `toJson()`: `linkinfo={"kind":"veth"}`. */
function parseJson(type: AnyType, path: string, text: string): unknown {
  const complaint = (places: readonly string[], reason: string) => {
    const place = places
      .filter((part) => part !== "")
      .join(".")
      .replaceAll(".[", "[");
    return new UsageError(place === "" ? reason : `${place}: ${reason}`);
  };
  try {
    return fromJson(type, JSON.parse(text) as never);
  } catch (error) {
    if (error instanceof CodecError) throw complaint([path, error.path], hinted(error.reason, error.hint));
    throw complaint([path], `not JSON: ${(error as Error).message}`);
  }
}

/** The error for a value given to a member that has members. */
function noLeaf(type: AnyType, path: string): UsageError {
  const [first = "0"] = type.keys?.() ?? [];
  return new UsageError(`${path}: set one of its members, such as ${pathOf([path, first])}=…`);
}

/** Stands in for the lookup of link names, which happens when the request is made. */
const aLink = { scope: { value: {}, parent: undefined, depth: 0 }, indexOf: () => 1 };

/** Checks that a leaf can be sent, after expanding the name of a link or a prefix. */
function checkValue(type: AnyType, key: string, value: unknown): void {
  const meant = typeof value === "string" ? type.expand?.(value, key, aLink) : undefined;
  const sent = meant === undefined ? value : meant[key];
  if (sent !== undefined) type.write(new Writer(), sent);
}

/** Parses a leaf; the elements of an array are separated by commas. */
function parse(type: AnyType, path: string, text: string, root: AnyType): unknown {
  const hasJson = type.member !== undefined || type.fromJson !== undefined;
  if (hasJson && /^[{[]/.test(text)) return parseJson(type, path, text);
  const element = type.parse === undefined ? type.member?.("0") : undefined;
  if (element !== undefined) return text.split(",").map((part) => parse(element, path, part, root));
  if (type.parse === undefined && type.keys !== undefined) throw noLeaf(type, path);
  try {
    const value = type.parse === undefined ? text : type.parse(text);
    checkValue(type, path, value);
    return value;
  } catch (error) {
    const reason = error instanceof CodecError ? error.reason : `${text} is not a ${type.name}`;
    const hint = (error instanceof CodecError ? error.hint : undefined) ?? valueHint(root, path, text);
    throw new UsageError(hinted(`${path}: ${reason}`, hint));
  }
}

/** Puts a value at a path. */
function place(target: Value, keys: readonly string[], path: string, value: unknown): void {
  const [key, ...rest] = keys as [string, ...string[]];
  const holder = target as Record<string, unknown>;
  if (rest.length === 0) {
    if (holder[key] !== undefined) throw new UsageError(`${path}: given twice`);
    holder[key] = value;
    return;
  }
  holder[key] ??= /^\d+$/.test(rest[0]!) ? [] : {};
  if (typeof holder[key] !== "object") throw new UsageError(`${path}: given twice`);
  place(holder[key] as Value, rest, path, value);
}

/** The first missing index. It is found soon: few words make few elements, however large their indexes. */
function firstGap(values: readonly unknown[]): number {
  let gap = 0;
  while (gap in values) gap++;
  return gap;
}

/** Checks that no element of an array is missing: `a[1]` needs `a[0]`. */
function checkGaps(value: unknown, keys: readonly string[]): void {
  if (typeof value !== "object" || value === null || isBytes(value)) return;
  if (Array.isArray(value)) {
    const gap = firstGap(value);
    if (gap < value.length)
      throw new UsageError(
        `${pathOf([...keys, String(value.length - 1)])}: ${pathOf([...keys, String(gap)])} is missing`,
      );
  }
  for (const [key, member] of Object.entries(value)) checkGaps(member, [...keys, key]);
}

/** Adds the members of an object in the form of `toJson()`. */
function placeWhole(value: Value, layout: AnyType, text: string): void {
  const given = parseJson(layout, "", text);
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new UsageError("expected one object as JSON");
  for (const [key, member] of Object.entries(given)) place(value, [key], key, member);
}

/**
 * Parses `key=value` words into a value of a layout: `linkinfo.data.vxlan.id=42`, `multipath[0].gateway=…`,
 * `flags=up,multicast`. A word that begins with `{`, or `-` for standard input, is a whole object as JSON.
 *
 * @param example - A member that identifies such an object, for the hint about a malformed word.
 * @throws UsageError with the path that does not fit.
 */
export function readAssignments(
  layout: AnyType,
  words: readonly string[],
  example: string,
): Record<string, unknown> {
  const value = {};
  for (const word of words) {
    if (word === "-" || word.startsWith("{")) {
      placeWhole(value, layout, word === "-" ? readFileSync(0, "utf8") : word);
      continue;
    }
    const [, path, text] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    if (path === undefined || text === undefined)
      throw new UsageError(`${word}: expected KEY=VALUE, such as ${example}=${word}`);
    place(value, keysOf(path), path, parse(typeAt(layout, path), path, text, layout));
  }
  checkGaps(value, []);
  return value;
}
