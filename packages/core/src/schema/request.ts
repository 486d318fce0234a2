import { EncodeError, placed } from "../errors.js";
import { matches } from "../matches.js";
import type { AnyType } from "./type.js";

// What a request is beside the value that it was made of. Where the kernel has a member that is only reported, or that is
// settled when the object is made, the layout says so, and a value that was listed can be handed back.

type Values = Readonly<Record<string, unknown>>;
type MemberOf = (key: string) => AnyType | undefined;

/**
 * Refuses a member that the kernel only reports, which would be ignored. A value that was listed may have it: such a one
 * has all members of its header, which a request that is made by hand has not.
 */
export function refuseWish(value: object, header: ReadonlySet<string>): void {
  for (const key of header)
    if ((value as Values)[key] === undefined)
      throw new EncodeError("the kernel only reports it: it cannot be set");
}

/** The path of the first member that a request for a change has to look up. */
export function lackedBy(memberOf: MemberOf, value: object): string[] | undefined {
  for (const [key, given] of Object.entries(value)) {
    const type = given === undefined ? undefined : memberOf(key);
    if (type === undefined || type.readOnly) continue;
    if (type.fixed) return [key];
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
    try {
      if (type?.fixed) checkFixed(given, there);
      else whole[key] = type?.complete?.(given, there) ?? given;
    } catch (error) {
      throw placed(error, key, EncodeError);
    }
  }
  return whole as V;
}

function checkFixed(given: unknown, there: unknown): void {
  if (!matches(given, there) || !matches(there, given))
    throw new EncodeError("it is settled when the object is made, and cannot be changed");
}
