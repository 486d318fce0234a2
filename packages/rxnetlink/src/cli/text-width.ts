/** Breaks a line at blanks so that it fits a width; what follows the first line is indented. A longer word stays whole. */
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

/** A line as it is printed to a stream: broken to the width of a terminal, whole where something else reads it. */
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
