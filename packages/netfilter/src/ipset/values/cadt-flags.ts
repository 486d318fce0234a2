import { be32, flags, inNetByteOrder } from "@rxnetlink/core/schema";

/** Flags of elements (`IPSET_FLAG_*`). */
export const elementFlags = flags("IPSET_FLAG_", be32, {
  before: 1,
  physdev: 2,
  nomatch: 4,
  ifaceWildcard: 0x80,
});

/** Flags of sets (`IPSET_FLAG_WITH_*`). */
export const setFlags = flags("IPSET_FLAG_WITH_", be32, {
  counters: 8,
  comment: 0x10,
  forceadd: 0x20,
  skbinfo: 0x40,
});

/** Flags of an element, as sent. */
export const netElementFlags = inNetByteOrder(elementFlags);
/** Flags of a set, as sent. */
export const netSetFlags = inNetByteOrder(setFlags);

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
