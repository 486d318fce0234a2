import type { SetGiven } from "../set/given.js";
import { type Bounds, compareKeys, nextKey } from "./bounds.js";
import { boundsEncoder, elementEncoder, intervalOf } from "./codec.js";
import type { Element, ElementKey } from "./element.js";
import type { RawElement } from "./layout.js";

/** An element as the kernel takes it, and the position of the first one that it stands for. */
export interface Encoded {
  readonly raws: readonly RawElement[];
  readonly source: number;
}

interface Placed extends Bounds {
  readonly source: number;
}

/** Returns true if ranges that touch or overlap are to become one (`auto-merge`). */
const isMerging = ({ userdata, dataType, objType }: SetGiven): boolean =>
  userdata?.mergeElements === 1 && dataType === undefined && objType === undefined;

/** Joins ranges that touch or overlap. */
function joined(ranges: readonly Placed[]): Placed[] {
  const out: Placed[] = [];
  for (const range of [...ranges].sort((a, b) => compareKeys(a.from, b.from))) {
    const last = out.at(-1);
    const after = last && nextKey(last.to);
    const apart = last === undefined || (after !== undefined && compareKeys(range.from, after) > 0);
    if (apart) out.push(range);
    else if (compareKeys(range.to, last.to) > 0) out[out.length - 1] = { ...last, to: range.to };
  }
  return out;
}

/**
 * Returns the elements of a set with `auto-merge` as they are added together: ranges that touch or overlap are one, as nft
 * makes them. Elements with a timeout, a comment or the like stay as they are.
 *
 * @returns `undefined` for sets that do not merge.
 */
export function mergedElements(
  set: SetGiven,
  elements: Iterable<Element | ElementKey>,
): Encoded[] | undefined {
  const boundsOf = isMerging(set) ? boundsEncoder(set) : undefined;
  if (boundsOf === undefined) return undefined;
  const encode = elementEncoder(set);
  const ranges: Placed[] = [];
  const others: Encoded[] = [];
  let source = 0;
  for (const element of elements) {
    const bounds = boundsOf(element);
    if (bounds === undefined) others.push({ raws: encode(element), source });
    else ranges.push({ ...bounds, source });
    source++;
  }
  return [
    ...joined(ranges).map((range) => ({ raws: intervalOf(range, {}), source: range.source })),
    ...others,
  ];
}
