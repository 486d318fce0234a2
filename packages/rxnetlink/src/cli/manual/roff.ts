import type { Block, Page, Section } from "./page.js";

/** Returns the name by which roff knows a character beyond ASCII. */
const named = (character: string) =>
  `\\[u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`;

/** Escapes what means something in roff; a dash stays one that can be typed. */
function escaped(text: string): string {
  const safe = text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll(/[\u{80}-\u{10ffff}]/gu, named);
  return /^[.']/.test(safe) ? `\\&${safe}` : safe;
}

/** Formats a line of text, in which code in Markdown is bold. */
const line = (text: string): string =>
  escaped(text).replaceAll(/`([^`]+)`/g, (_, code: string) => `\\fB${code}\\fR`);

function lines(block: Block): string[] {
  if (block.type === "paragraph") return block.text === "" ? [] : [".PP", line(block.text)];
  if (block.type === "code") return [".PP", ".RS 4", ".nf", ...block.lines.map(escaped), ".fi", ".RE"];
  const { term, facts = [], text } = block;
  const head = `\\fB${escaped(term)}\\fR`;
  return [".TP", [head, ...facts.map(escaped)].join("  "), line(text)].filter((one) => one !== "");
}

const sectionLines = ({ title, blocks }: Section): string[] => [
  `.SH "${escaped(title.toUpperCase())}"`,
  ...blocks.flatMap(lines),
];

/** Returns the name of the page about a command: `rxnl-link`. */
export const manualName = (name: string): string => name.replaceAll(" ", "-");

/** Formats a page as roff, as `man -l -` reads it. */
export function pageRoff({ name, brief, sections }: Page, version: string): string[] {
  const title = manualName(name);
  return [
    `.TH "${escaped(title.toUpperCase())}" 1 "" "rxnl ${version}" "Manual of rxnl"`,
    ".SH NAME",
    `${escaped(title)} \\- ${escaped(brief)}`,
    ...sections.flatMap(sectionLines),
    ...(name.includes(" ") ? ['.SH "SEE ALSO"', "\\fBrxnl\\fR(1)"] : []),
  ];
}
