import { type AnyType, be32, flag, flags, inNetByteOrder } from "@rxnetlink/core/schema";
import { network } from "./address.js";

/** Flags of elements (`IPSET_FLAG_*`). */
export const elementFlags = inNetByteOrder(
  flags("IPSET_FLAG_", be32, { before: 1, physdev: 2, nomatch: 4, ifaceWildcard: 0x80 }),
);

/** Flags of sets (`IPSET_FLAG_WITH_*`). */
export const setFlags = inNetByteOrder(
  flags("IPSET_FLAG_WITH_", be32, { counters: 8, comment: 0x10, forceadd: 0x20, skbinfo: 0x40 }),
);

/** Returns the sum of the bits whose members are true. */
export function bitsOf(bits: Readonly<Record<string, number>>, given: object): number {
  let sum = 0;
  for (const name in bits) if ((given as Record<string, unknown>)[name] === true) sum |= bits[name]!;
  return sum;
}

/** Returns a member that is true for each bit that is set. */
export function membersOf<K extends string>(
  bits: Readonly<Record<K, number>>,
  value: number,
): { [name in K]?: true } {
  const members: { [name in K]?: true } = {};
  for (const name in bits) if ((value & bits[name]) !== 0) members[name] = true;
  return members;
}

/** Members that may have the length of a prefix. */
const NETWORKS = ["ip", "ip2"];

/** Returns the look-up of the members of a layout whose bits are members of their own, and prefixes one text. */
export function withBits(
  { member, keys }: AnyType,
  bits: Readonly<Record<string, number>>,
  hidden: readonly string[],
): Required<Pick<AnyType, "member" | "keys">> {
  const memberOf = (key: string) => {
    const type = hidden.includes(key) ? undefined : member?.(key);
    return type !== undefined && NETWORKS.includes(key) ? network : type;
  };
  return {
    member: (key) => (Object.hasOwn(bits, key) ? flag : memberOf(key)),
    keys: () => [...(keys?.() ?? []).filter((key) => !hidden.includes(key)), ...Object.keys(bits)],
  };
}
