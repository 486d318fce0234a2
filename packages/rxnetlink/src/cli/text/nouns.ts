/** Returns a name in words: `neighbourTable` is `neighbour table`. */
const inWords = (path: string) =>
  path
    .split(".")
    .at(-1)!
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function plural(noun: string): string {
  if (/(s|x|sh|ch)$/.test(noun)) return noun.endsWith("ss") || !noun.endsWith("s") ? `${noun}es` : noun;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** Returns the name of an object in words, in the singular and in the plural: `neighbourTable`, `mptcp.endpoint`. */
export function nounsOf(path: string): readonly [one: string, many: string] {
  const noun = inWords(path);
  return [noun, plural(noun)];
}

/** Returns the title of a list of objects: `Neighbour tables`. */
export function titleOf(path: string): string {
  const [, many] = nounsOf(path);
  return many.charAt(0).toUpperCase() + many.slice(1);
}
