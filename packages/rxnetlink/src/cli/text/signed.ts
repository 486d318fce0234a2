import { styleText } from "node:util";

/** Colours of the signs that lines begin with. */
const COLOURS = { "+": "green", "-": "red", "~": "yellow", "!": "magenta" } as const;

/** Colours the sign of a line. */
export function signed(line: string): string {
  const colour = COLOURS[line[0] as keyof typeof COLOURS];
  return colour === undefined ? line : styleText(colour, line[0]!) + line.slice(1);
}
