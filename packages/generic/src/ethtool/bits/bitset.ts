import { atPath, EncodeError } from "@rxnetlink/core";
import { byteOrderOf, checkRecord } from "@rxnetlink/core/internal";
import {
  attributes,
  type ByteOrder,
  binary,
  flag,
  type Infer,
  nest,
  nestedArray,
  refine,
  string,
  type Test,
  type Type,
  u32,
  viewOf,
} from "@rxnetlink/core/schema";

/** A bit in the verbose form (`ETHTOOL_A_BITSET_BIT_*`). */
const bitAttributes = attributes("bitset-bit", "ETHTOOL_A_BITSET_BIT_", {
  /** Number of the bit. */
  index: [1, u32],
  /** Its name. */
  name: [2, string],
  /** Set if the bit is. */
  value: [3, flag],
});
interface Bit extends Infer<typeof bitAttributes> {}

/** A set of bits in both of its forms (`ETHTOOL_A_BITSET_*`): names, or words of 32 bits, the lowest first. */
export const bitsetAttributes = attributes("bitset", "ETHTOOL_A_BITSET_", {
  /** Set for a list: all other bits are clear. Otherwise there is a mask, and bits outside it are not told. */
  nomask: [1, flag],
  /** Number of bits that the kernel knows. */
  size: [2, u32],
  /** Bits by name. */
  bits: [3, refine<Bit[]>(nestedArray(1, nest<Bit>(bitAttributes)), { name: "bitset-bits" })],
  /** Bits by number. */
  value: [4, binary],
  /** Bits that count, by number. */
  mask: [5, binary],
});
type Bitset = Infer<typeof bitsetAttributes>;

/**
 * Bits by the kernel's names: `true` if set, `false` if clear. Replies leave out bits that are not supported, or clear in a set
 * without a mask; requests change only the bits that they name. A bit without a known name has its number.
 */
export type BitStates<N extends string> = { [name in N | `${number}`]?: boolean };

/** Reads bits as people type them, with a minus before those to clear: `"magic,-phy"`. */
function parseStates(text: string): Record<string, boolean> {
  const words = text.split(",").filter((word) => word !== "");
  return Object.fromEntries(words.map((word) => [word.replace(/^-/, ""), !word.startsWith("-")]));
}

/** Marks bits that are all of a set. */
const WHOLE = Symbol("all others are clear");

/**
 * Returns bits for a request that sets just these, and clears all others.
 *
 * @example
 * et.wol.change$({ devName: "eth0", modes: exactly("magic") });
 */
export function exactly<N extends string>(...names: readonly N[]): { [name in N]: true } {
  const bits = Object.fromEntries(names.map((name) => [name, true])) as { [name in N]: true };
  return Object.assign(bits, { [WHOLE]: true });
}

/** Returns the numbers of the bits that are set. */
function* numbersIn(words: Uint8Array, byteOrder: ByteOrder): Generator<number> {
  const view = viewOf(words, byteOrder);
  for (let at = 0; at + 4 <= words.length; at += 4) {
    const word = u32.read(view, at, at + 4);
    for (let bit = 0; bit < 32; bit++) if ((word >>> bit) & 1) yield at * 8 + bit;
  }
}

function statesOf(
  { nomask, bits, value, mask }: Bitset,
  names: readonly string[],
  byteOrder: ByteOrder,
): Record<string, boolean> {
  const nameOf = (index = 0) => names[index] ?? String(index);
  if (value === undefined)
    return Object.fromEntries(
      (bits ?? []).map((bit) => [bit.name ?? nameOf(bit.index), nomask ?? bit.value ?? false]),
    );
  const set = new Set(numbersIn(value, byteOrder));
  const counted = mask === undefined ? set : numbersIn(mask, byteOrder);
  return Object.fromEntries([...counted].map((index) => [nameOf(index), set.has(index)]));
}

function bitOf(name: string, state: unknown, names: readonly string[]): Bit {
  if (typeof state !== "boolean") throw new EncodeError("is neither true nor false").at(name);
  const named = /^\d+$/.test(name) && !names.includes(name) ? { index: Number(name) } : { name };
  return state ? { ...named, value: true } : named;
}

/** Returns the verbose form, which needs no numbers. A list that a request holds only adds bits, unless it is a whole set. */
function bitsetOf(states: Record<PropertyKey, unknown>, names: readonly string[], isList: boolean): Bitset {
  const bits: Bit[] = [];
  for (const name of Object.keys(states))
    try {
      const state = states[name];
      if (state !== undefined) bits.push(bitOf(name, state, names));
    } catch (error) {
      throw error instanceof EncodeError ? error : atPath(error, name, EncodeError);
    }
  if (!isList) return { bits };
  return { nomask: true, bits: bits.filter(({ value }) => value).map(({ value: _, ...bit }) => bit) };
}

const areAllSet = (states: object) => Object.values(states).every((state) => state === true);

function matchStates(pattern: unknown): Test {
  checkRecord(pattern, "set of bits by name");
  const wanted = Object.entries(pattern);
  for (const [name, state] of wanted)
    if (typeof state !== "boolean") throw new EncodeError("is neither true nor false").at(name);
  return (value) =>
    wanted.every(
      ([name, state]) => ((value as Record<string, unknown> | undefined)?.[name] ?? false) === state,
    );
}

/**
 * Declares a set of bits whose names are known, in the order of their numbers. The kernel names them itself, except in
 * notifications.
 *
 * @param form - `"list"` if the kernel reports it without a mask.
 */
export function bitset<N extends string = string>(
  names: readonly N[],
  form: "masked" | "list" = "masked",
): Type<string extends N ? Record<string, boolean> : BitStates<N>> {
  const raw: Type<Bitset> = bitsetAttributes;
  const type: Type<Record<string, boolean>> = {
    name: raw.name,
    nested: true,
    words: names,
    parse: parseStates,
    read: (view, at, end, scope) => statesOf(raw.read(view, at, end, scope), names, byteOrderOf(view)),
    write(out, states: Record<PropertyKey, unknown>, scope) {
      checkRecord(states, "set of bits by name");
      const isList = states[WHOLE] === true || (form === "list" && !out.request && areAllSet(states));
      raw.write(out, bitsetOf(states, names, isList), scope);
    },
    locate(view, at, end, offset, scope) {
      const below = raw.locate!(view, at, end, offset, scope);
      const [, index] = /\[(\d+)\]/.exec(below.path[1] ?? "") ?? [];
      const bit = index === undefined ? undefined : raw.read(view, at, end, scope).bits?.[Number(index)];
      return { path: bit === undefined ? [] : [bit.name ?? String(bit.index)], type: below.type };
    },
    matcher: matchStates,
  };
  return type as ReturnType<typeof bitset<N>>;
}
