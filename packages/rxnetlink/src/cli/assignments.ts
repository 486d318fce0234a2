import { type AnyType, EncodeError, Writer } from "@rxnetlink/core";
import { UsageError } from "./usage-error.js";

type Value = Record<string, unknown> | unknown[];

/** Splits `a.b[0].c` into its keys. */
function keysOf(path: string): string[] {
  return path.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
}

function typeAt(layout: AnyType, path: string): AnyType {
  let type = layout;
  for (const key of keysOf(path)) {
    const member = type.member?.(key);
    if (member === undefined) throw new UsageError(`${path}: there is no member ${key} in ${type.name}`);
    type = member;
  }
  return type;
}

/** A leaf from text; where the member is an array, its elements are separated by commas. */
function parse(type: AnyType, path: string, text: string): unknown {
  const element = type.parse === undefined ? type.member?.("0") : undefined;
  if (element !== undefined) return text.split(",").map((part) => parse(element, path, part));
  try {
    const value = type.parse === undefined ? text : type.parse(text);
    type.write(new Writer(), value);
    return value;
  } catch (error) {
    throw new UsageError(
      `${path}: ${error instanceof EncodeError ? error.reason : `${text} is not a ${type.name}`}`,
    );
  }
}

function place(target: Value, keys: readonly string[], value: unknown): void {
  const [key, ...rest] = keys as [string, ...string[]];
  const holder = target as Record<string, unknown>;
  if (rest.length === 0) holder[key] = value;
  else {
    holder[key] ??= /^\d+$/.test(rest[0]!) ? [] : {};
    place(holder[key] as Value, rest, value);
  }
}

/**
 * Turns `key=value` words into a value of a layout: `linkinfo.data.vxlan.id=42`, `multipath[0].gateway=…`,
 * `flags=up,multicast`.
 *
 * @throws UsageError naming the path that does not fit.
 */
export function readAssignments(layout: AnyType, words: readonly string[]): Record<string, unknown> {
  const value = {};
  for (const word of words) {
    const [, path, text] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    if (path === undefined || text === undefined) throw new UsageError(`${word}: expected KEY=VALUE`);
    place(value, keysOf(path), parse(typeAt(layout, path), path, text));
  }
  return value;
}
