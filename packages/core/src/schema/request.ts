import { atPath, EncodeError } from "../errors/errors.js";
import { matches } from "../values/matches.js";
import { isRecord } from "../values/record.js";
import type { AnyType } from "./type.js";

// What a request is beside the value that it was made of. Where the kernel has a member that is only reported, or that is
// settled when the object is made, the layout says so, and a value that was listed can be handed back.

type Values = Readonly<Record<string, unknown>>;
type MemberOf = (key: string) => AnyType | undefined;

/** Whether a value has all members of its header: one that was listed has, a request that is made by hand has not. */
export function isListed(value: object, header: ReadonlySet<string>): boolean {
  for (const key of header) if ((value as Values)[key] === undefined) return false;
  return true;
}

/** Refuses a member that the kernel only reports, which would be ignored; a value that was listed may have it. */
export function rejectReadOnly(value: object, header: ReadonlySet<string>, instead: string): void {
  if (!isListed(value, header)) throw new EncodeError(instead);
}

/** The path of the first member that a request for a change has to look up. */
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

/** The members of a request for a change: completed with what is there, and without what cannot be changed. */
export function completed<V extends object>(memberOf: MemberOf, value: V, current: V | undefined): V {
  const whole: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    const type = given === undefined ? undefined : memberOf(key);
    const there = (current as Values | undefined)?.[key];
    if (type?.readOnly) continue;
    try {
      if ((type?.ifDifferent || type?.nested) && matches(there, given)) continue;
      if (type?.ifDifferent === "refused")
        throw new EncodeError("it is settled when the object is made, and cannot be changed");
      const member = type?.complete === undefined ? given : type.complete(given, there);
      if (member !== undefined) whole[key] = member;
    } catch (error) {
      throw atPath(error, key, EncodeError);
    }
  }
  return whole as V;
}

/** The members that a request to make an object takes, and those that wait until it exists; others are left out. */
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

/** A value without what the kernel only reports, at any depth: what of it a request could hold. */
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
 * Whether what is asked for is so already; `wholly`, there is nothing else besides. What the kernel only reports does not
 * count.
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
