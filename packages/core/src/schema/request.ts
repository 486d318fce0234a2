import { atPath, EncodeError } from "../errors/errors.js";
import { matches } from "../values/matches.js";
import { isRecord } from "../values/record.js";
import type { AnyType } from "./type.js";

// Rules by which a request differs from the value it is made from. The layout declares members that are read-only or
// fixed at creation, so that a listed value can be passed back.

type Values = Readonly<Record<string, unknown>>;
type MemberOf = (key: string) => AnyType | undefined;

/** Returns true if a value has all members of its header, as listed values do, unlike requests written by hand. */
export function isListed(value: object, header: ReadonlySet<string>): boolean {
  for (const key of header) if ((value as Values)[key] === undefined) return false;
  return true;
}

/** Rejects a read-only member, which the kernel would ignore, except in a listed value. */
export function rejectReadOnly(value: object, header: ReadonlySet<string>, instead: string): void {
  if (!isListed(value, header)) throw new EncodeError(instead);
}

/** Returns the path of the first member for which a change must look up the current object. */
export function lackedBy(memberOf: MemberOf, value: object): string[] | undefined {
  for (const [key, given] of Object.entries(value)) {
    const type = given === undefined ? undefined : memberOf(key);
    if (type === undefined || type.readOnly) continue;
    if (type.ifDifferent) return [key];
    const below = type.lacks?.(given);
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}

/** Returns the members for a change: completed with the current ones, without those that cannot be changed. */
export function completed<V extends object>(memberOf: MemberOf, value: V, current: V | undefined): V {
  const whole: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    const type = given === undefined ? undefined : memberOf(key);
    const there = (current as Values | undefined)?.[key];
    if (type?.readOnly) continue;
    try {
      if ((type?.ifDifferent || type?.nested) && matches(there, given)) continue;
      if (type?.ifDifferent === "refused")
        throw new EncodeError("it is fixed when the object is created, and cannot be changed");
      const member = type?.complete === undefined ? given : type.complete(given, there);
      if (member !== undefined) whole[key] = member;
    } catch (error) {
      throw atPath(error, key, EncodeError);
    }
  }
  return whole as V;
}

/**
 * Splits a value into the members for the request that creates an object and those for a second one; omits the rest.
 */
export function inSteps<V extends object>(
  memberOf: MemberOf,
  value: V,
  waits: (type: AnyType) => boolean | undefined,
): [V, V] {
  const now: Record<string, unknown> = {};
  const later: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    const type = given === undefined ? undefined : memberOf(key);
    const wait = type !== undefined && waits(type);
    if (wait === undefined) continue;
    if (wait) later[key] = given;
    else if (type?.nested && type.member !== undefined && isRecord(given)) {
      const [first, second] = inSteps((name) => type.member!(name), given, waits);
      if (Object.keys(first).length > 0 || Object.keys(second).length === 0) now[key] = first;
      if (Object.keys(second).length > 0) later[key] = second;
    } else now[key] = given;
  }
  return [now as V, later as V];
}

/** Returns a value without read-only members, at any depth. */
function settable(type: AnyType | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => settable(type?.member?.("0"), element));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    const below = type?.member?.(key);
    if (!below?.readOnly && member !== undefined) kept[key] = settable(below, member);
  }
  return kept;
}

/**
 * Returns true if the current object already is as requested; with `wholly`, if it has no other members either.
 * Read-only members are ignored.
 */
export function isAlreadySo(
  type: AnyType | undefined,
  asked: unknown,
  there: unknown,
  wholly = false,
): boolean {
  const [wanted, current] = [settable(type, asked), settable(type, there)];
  return matches(current, wanted) && (!wholly || matches(wanted, current));
}
