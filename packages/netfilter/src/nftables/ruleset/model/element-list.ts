import { decodeElements } from "../../element/codec.js";
import type { Element } from "../../element/element.js";
import { type RawElement, rawElementFlags } from "../../element/layout.js";
import type { NftSet } from "../../set/layout.js";

const { intervalEnd } = rawElementFlags.bits;

/** Returns an element of a set whose types are unknown: its key stays bytes. */
function undecoded({ key, data, timeout, expiration, expressions }: RawElement): Element {
  return {
    ...(key?.value !== undefined && { key: key.value }),
    ...(data?.value !== undefined && { data: data.value }),
    ...(data?.verdict !== undefined && { verdict: data.verdict }),
    ...(timeout !== undefined && { timeout }),
    ...(expiration !== undefined && { expiration }),
    ...(expressions !== undefined && { expressions }),
  };
}

/** Decodes elements of a set. Intervals become ranges; keys of unknown types stay bytes. */
export function elementsOf(set: NftSet, raws: readonly RawElement[]): readonly Element[] {
  try {
    return decodeElements(set, raws);
  } catch {
    return raws.filter(({ flags = 0 }) => (flags & intervalEnd) === 0).map(undecoded);
  }
}
