/** Positions of an element that two lists have in common: in one, and in the other. */
export type Pair = readonly [one: number, other: number];

/** End of a sequence that two lists have in common, which can be followed back. */
interface End {
  readonly pair: Pair;
  readonly before: End | undefined;
}

function positionsOf(list: readonly string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (const [index, text] of list.entries()) {
    const known = positions.get(text);
    if (known === undefined) positions.set(text, [index]);
    else known.push(index);
  }
  return positions;
}

/** Returns the number of ends before a position: of all sequences of a length, the one that ends first is kept. */
function placeOf(ends: readonly End[], position: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]!.pair[0] < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the longest sequence that two lists have in common, by the positions of its elements (Hunt and Szymanski). */
export function commonIn(one: readonly string[], other: readonly string[]): Pair[] {
  const positions = positionsOf(one);
  const ends: End[] = [];
  for (const [index, text] of other.entries())
    for (const position of (positions.get(text) ?? []).toReversed()) {
      const place = placeOf(ends, position);
      ends[place] = { pair: [position, index], before: ends[place - 1] };
    }
  const pairs: Pair[] = [];
  for (let end = ends.at(-1); end !== undefined; end = end.before) pairs.unshift(end.pair);
  return pairs;
}
