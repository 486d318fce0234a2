/** Wraps a line at blanks to a width, and indents all but the first line. Words are never broken. */
export function wrapped(line: string, width: number, indent = "    "): string {
  if (line.length <= width) return line;
  const lines: string[] = [];
  const [lead = ""] = /^ */.exec(line) ?? [];
  let current = "";
  for (const word of line.trimStart().split(" ")) {
    const start = lines.length === 0 ? lead : lead + indent;
    if (current === "") current = start + word;
    else if (current.length + 1 + word.length <= width) current += ` ${word}`;
    else {
      lines.push(current);
      current = lead + indent + word;
    }
  }
  return [...lines, current].join("\n");
}

/** A stream, which may be a terminal. */
interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Returns the width of a terminal; `undefined` for anything else. */
export const widthOf = ({ isTTY, columns }: Screen): number | undefined =>
  isTTY ? columns || 80 : undefined;

/** Prepares a line for a stream: wrapped to the width of a terminal, unchanged for anything else. */
export function lineFor(stream: Screen, line: string): string {
  const width = widthOf(stream);
  if (width === undefined) return line;
  return line
    .split("\n")
    .map((one) => wrapped(one, width))
    .join("\n");
}
