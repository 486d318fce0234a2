import { CaptureError } from "../capture-error.js";

/** Offsets at the beginning of a line, as `xxd`, `hexdump` and `tcpdump` print them. */
const OFFSET = /^\s*(0x)?[0-9a-f]{4,8}(:| {2}) */i;
/** Characters at the end of a line, as they do. */
const CHARACTERS = / {2,}(\|.*|[^ ]*[^0-9a-f: ].*)$/i;
/** What may stand between bytes: blanks, colons, `0x`, `\x`, commas and quotes. */
const BETWEEN = /\\x|0x|[\s:,"]/g;

const bare = (line: string) => line.replace(/#.*/, "").replace(OFFSET, "").replace(CHARACTERS, "");

/** Returns the hexadecimal digits of a line without what stands between them. */
export const digitsIn = (line: string): string => bare(line).replaceAll(BETWEEN, "");

/**
 * Parses bytes in hexadecimal, with blanks, colons or `\x` between them, or as `hexdump -C` and `xxd` print them. What follows a
 * `#` in a line is a comment.
 *
 * @param firstLine - Number of the first line, for the error.
 * @throws CaptureError if there is something else.
 */
export function hexBytes(text: string, firstLine = 1): Uint8Array {
  const lines = text.split("\n").map(digitsIn);
  const wrong = lines.findIndex((line) => !/^[0-9a-f]*$/i.test(line));
  const digits = lines.join("");
  if (wrong >= 0 || digits === "" || digits.length % 2 !== 0) {
    const line = firstLine + Math.max(0, wrong);
    throw new CaptureError("hex", line, "expected bytes in hexadecimal, such as 14 00 00 00");
  }
  return Uint8Array.from(digits.match(/../g)!, (pair) => Number.parseInt(pair, 16));
}
