import { readFileSync } from "node:fs";

/** The comment of a member, taken apart. */
export interface Comment {
  /** Its meaning, in Markdown. */
  readonly text: string;
  readonly unit?: string;
  /** The first kernel that has it: `6.8`. */
  readonly since?: string;
}

/** Units as comments name them: "Round-trip time, in µs." */
const UNITS = [
  "bytes per second|bytes per turn|bytes/s|bytes|bits|bit/s|kbit/s|Mbit/s|packets/s|packets",
  "nanoseconds|microseconds|milliseconds|seconds|ns|µs|ms|s|jiffies|ticks",
  "Hz|kHz|MHz|dBm|dB|milliwatts|millivolts|ohms|percent|centimetres",
].join("|");
const UNIT = new RegExp(`,? \\bin (${UNITS})(?=[.;,)]|$)`);
const SINCE = /(?:^|[;,.] )since (\d+\.\d+)(?=\.(?: |$)|$)/i;

/** Takes what a comment says of the unit and the first kernel out of its text. */
export function takenApart(comment: string): Comment {
  const whole = comment.replaceAll(/\{@link ([\w.$]+)\}/g, "$1").replaceAll(/\s+/g, " ");
  const [, since] = SINCE.exec(whole) ?? [];
  const [, unit] = UNIT.exec(whole) ?? [];
  const text = whole
    .replace(SINCE, "")
    .replace(UNIT, "")
    .replace(/^\.\s*/, "");
  return { text, ...(unit !== undefined && { unit }), ...(since !== undefined && { since }) };
}

/** Comments of members as they were declared, by the name of what declares them and their key. */
export type Comments = Readonly<Record<string, string>>;

/** Reads the comments of all members; none if the program was not bundled. */
export function readComments(): Comments {
  try {
    return JSON.parse(readFileSync(new URL("members.json", import.meta.url), "utf8")) as Comments;
  } catch {
    return {};
  }
}
