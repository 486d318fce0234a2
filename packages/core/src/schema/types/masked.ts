import { EncodeError } from "../../errors/errors.js";
import type { Flags, NamedBits, Names } from "./flags.js";
import type { Scalar } from "./scalar.js";

/** Bits with or without names. */
type Bits = Scalar<number> & Partial<Pick<Flags<Names>, "named" | "bits">>;

const ALL = 0xffff_ffff;

/**
 * Declares bits with a sibling `mask` that selects those to change. Only named bits change: of an object all that it
 * names, of a number the bits that are set, or those in the mask.
 *
 * @example
 * struct("ifla_vlan_flags", { flags: masked(vlanFlag, "mask"), mask: maskOf(vlanFlag) });
 */
export function masked<S extends Bits>(bits: S, mask: string): S {
  return {
    ...bits,
    // Names carry more than the number made from them, so they stay until they are written.
    normalize: undefined,
    lacks: undefined,
    complete: undefined,
    inFull: (value: number) =>
      bits.bits === undefined ? value : mapBits(bits.bits, (bit) => (value & bit) !== 0),
    imply(given: number | NamedBits<string>, beside: Readonly<Record<string, unknown>>, request: boolean) {
      if (!request) return {};
      if (typeof given === "object") return { [mask]: bits.named?.(given as never) };
      if (beside[mask] === ALL) return { [mask]: known(bits) };
      if (beside[mask] || (beside[mask] === 0 && given === 0)) return {};
      if (given === 0)
        throw new EncodeError(`0 selects no bit; name those to clear: ${clearing(bits, mask)}`);
      return { [mask]: given };
    },
  };
}

const mapBits = (bits: Names, isSet: (bit: number) => boolean) =>
  Object.fromEntries(Object.entries(bits).map(([name, bit]) => [name, isSet(bit)]));

/** Declares the mask of bits in a sibling; it is derived from them. */
export function maskOf<S extends Scalar<number>>(type: S): S {
  return { ...type, derived: true };
}

/** Returns the bits that have a name, sent instead of all ones, which the kernel reports but refuses. */
function known({ bits = {} }: Bits): number {
  return Object.values(bits).reduce((sum, bit) => (sum | bit) >>> 0, 0) || ALL;
}

function clearing({ bits = {} }: Bits, mask: string): string {
  const [name] = Object.keys(bits);
  return name === undefined ? `by ${mask}` : `{ ${name}: false }, or by ${mask}`;
}
