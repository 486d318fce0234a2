import { UsageError } from "./usage-error.js";

/** A word: runs without spaces, and texts in quotes as in JSON. */
const WORD = /(?:[^\s"]|"(?:[^"\\]|\\.)*")+/g;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;

function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new UsageError(`${text}: not a text in quotes`);
  }
}

/**
 * Splits a line into words, as a shell would: parts in double quotes may hold spaces. A line that begins with `{` is one word,
 * an object as JSON.
 *
 * @throws UsageError if a quote is not closed
 */
export function wordsIn(line: string): string[] {
  const text = line.trim();
  if (text.startsWith("{")) return [text];
  if (text.replaceAll(QUOTED, "").includes('"')) throw new UsageError("a quote is not closed");
  return (text.match(WORD) ?? []).map((word) => word.replaceAll(QUOTED, unquoted));
}
