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

/** Prepares a line for a stream: wrapped to the width of a terminal, unchanged for anything else. */
export function lineFor(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  line: string,
): string {
  if (!stream.isTTY) return line;
  const width = stream.columns === undefined || stream.columns === 0 ? 80 : stream.columns;
  return line
    .split("\n")
    .map((one) => wrapped(one, width))
    .join("\n");
}
