/** Reduces a word to letters and digits in lower case, as people confuse the rest. */
const plain = (word: string) => word.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** Returns the number of letters to change, add, omit or swap with their neighbour to turn one word into another. */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : changed;
      row.push(Math.min(changed, swapped, last[j]! + 1, row[j - 1]! + 1));
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** Returns the distance of a candidate from the typed word; a prefix counts as near. */
function farness(typed: string, candidate: string): number {
  const begins = typed.length > 1 && candidate.startsWith(typed);
  return begins ? Math.min(1, candidate.length - typed.length) : distance(typed, candidate);
}

/** Longest word to compare: longer ones are not typing errors, and would take long. */
const LONGEST = 64;

/** Returns the candidate most similar to a misspelt word, if one is similar enough. */
export function nearest(word: unknown, candidates: Iterable<string>): string | undefined {
  if (typeof word !== "string" || word.length > LONGEST) return undefined;
  const typed = plain(word);
  let best: string | undefined;
  let least = typed.length < 3 ? 1.5 : 1 + typed.length / 3;
  for (const candidate of candidates) {
    const far = farness(typed, plain(candidate));
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/**
 * Returns a hint for a misspelt word, `"did you mean ifname?"`, or `undefined` if no candidate is similar. Slow: for
 * errors only.
 */
export function didYouMean(word: unknown, candidates: Iterable<string>): string | undefined {
  const meant = nearest(word, candidates);
  return meant === undefined ? undefined : `did you mean ${meant}?`;
}

/** Number of words that a list in an error names. */
const LISTED = 16;

/** Returns a list of words for an error, with a long one cut short: `"a, b, c … (9 more)"`. */
export function listed(words: readonly string[]): string {
  const more = words.length - LISTED;
  return more <= 1 ? words.join(", ") : `${words.slice(0, LISTED).join(", ")} … (${more} more)`;
}
