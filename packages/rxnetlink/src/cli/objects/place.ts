/** The family whose objects are commands by their own names. */
export const OWN = "route";

/** Returns what precedes the names of a family's objects: `"mptcp."`. */
export const prefixOf = (family: string): string => (family === OWN ? "" : `${family}.`);

/** Returns the family and the path in it that a word names: `mptcp.endpoint`, `rule`. */
export function placeOf(word: string): readonly [family: string, path: string] {
  const [family = "", ...rest] = word.split(".");
  return rest.length === 0 ? [OWN, word] : [family, rest.join(".")];
}
