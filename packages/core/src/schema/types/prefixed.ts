import { EncodeError } from "../../errors/errors.js";
import { describe } from "../../values/describe.js";
import type { AnyType, Scope, Surroundings } from "../type.js";
import { parseIp } from "./address/ip.js";

/**
 * Returns the members that a prefix of length 0 stands for, if the kernel reports no address for it: for instance the
 * family. The word `"default"` has no address.
 */
export type Everything = (address: string | undefined, beside: Scope) => Record<string, unknown>;

/** Returns the length of a prefix. */
function lengthOf(text: string, address: string, digits: string): number {
  const most = address.includes(":") ? 128 : 32;
  const length = /^\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN;
  if (length <= most) return length;
  throw new EncodeError(`${describe(text)} is not a prefix: its length is a number from 0 to ${most}`);
}

/** Rejects a separate length that differs from that of the prefix. */
function checkLength(text: string, length: number, key: string, given: unknown): void {
  if (given === undefined || given === length) return;
  throw new EncodeError(`${describe(text)} has the length ${length}, but ${key} is ${String(given)}`);
}

const isZero = (address: string): boolean => parseIp(address)?.every((byte) => byte === 0) === true;

/**
 * Declares an IP address whose prefix length is in the sibling `length`. Requests and matches may write both as one
 * text: `"198.51.100.0/24"`.
 *
 * @param everything - Set if the kernel reports no address for a prefix of length 0. Then `"0.0.0.0/0"`, `"::/0"` and
 * `"default"` stand for the members that it returns, and for the length.
 *
 * @example
 * address: [1, prefixed(ipv6, "prefixlen")],
 */
export function prefixed<S extends AnyType>(type: S, length: string, everything?: Everything): S {
  const all = (address: string | undefined, text: string, key: string, scope: Scope) => {
    checkLength(text, 0, length, scope.value[length]);
    return { ...everything?.(address, scope), [length]: 0, [key]: undefined };
  };
  function expand(text: string, key: string, { scope }: Surroundings): Record<string, unknown> | undefined {
    if (everything !== undefined && text === "default") return all(undefined, text, key, scope);
    const at = text.indexOf("/");
    const address = text.slice(0, Math.max(at, 0));
    // MPLS labels are separated like that too. The address itself is checked when it is written.
    if (at < 0 || !/[.:]/.test(address)) return undefined;
    const given = lengthOf(text, address, text.slice(at + 1));
    if (given === 0 && everything !== undefined && isZero(address)) return all(address, text, key, scope);
    checkLength(text, given, length, scope.value[length]);
    return { [length]: given, [key]: address };
  }
  return { ...type, prefixLength: length, expand };
}
