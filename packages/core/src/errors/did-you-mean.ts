/** As people mix them up: letters and digits alone, in lower case. */
const plain = (word: string) => word.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** How many letters have to be changed, added, left out or swapped with their neighbour to make one word of another. */
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

/** How far a candidate is from what was typed; the beginning of a word stands for it. */
function farness(typed: string, candidate: string): number {
  const begins = typed.length > 1 && candidate.startsWith(typed);
  return begins ? Math.min(1, candidate.length - typed.length) : distance(typed, candidate);
}

/** Words longer than this are no slip of the fingers, and would take long to compare. */
const LONGEST = 64;

/** The candidate that a misspelt word is most like, where one is like it enough to be meant. */
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

/** A hint for a misspelt word, `"did you mean ifname?"`; none where no candidate is like it. For errors alone: it is slow. */
export function didYouMean(word: unknown, candidates: Iterable<string>): string | undefined {
  const meant = nearest(word, candidates);
  return meant === undefined ? undefined : `did you mean ${meant}?`;
}

/** How many words a list in an error names. */
const LISTED = 16;

/** A list of words for an error, the end of a long one left out: `"a, b, c … (9 more)"`. */
export function listed(words: readonly string[]): string {
  const more = words.length - LISTED;
  return more <= 1 ? words.join(", ") : `${words.slice(0, LISTED).join(", ")} … (${more} more)`;
}
