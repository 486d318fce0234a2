/** Returns the documentation in a description as the text of a comment, which it cannot end, and without tags. */
const harmless = (doc: string) => doc.replaceAll("*/", "*\\/").replaceAll("@", "\\@");

/** Returns a documentation comment in one or several lines. */
export function comment(text: string, indent = ""): string {
  const lines = text.split("\n");
  if (lines.length === 1) return `${indent}/** ${text} */\n`;
  const inside = lines.map((line) => `${indent} * ${line}`.trimEnd());
  return `${[`${indent}/**`, ...inside, `${indent} */`].join("\n")}\n`;
}

/** Returns the comment for the documentation in a description; nothing if there is none. */
export const documented = (doc: string | undefined, indent = ""): string =>
  doc === undefined || doc === "" ? "" : comment(harmless(doc), indent);
