import { styleText } from "node:util";
import { heading } from "../text/heading.js";
import { widthOf, wrapped } from "../text/width.js";
import type { Block, Entry, Page, Section } from "./page.js";

/** Width of what goes elsewhere than to a terminal, as of the manual. */
const USUAL = 80;

/** Returns the width to which pages are formatted. */
export const pageWidth = (): number => widthOf(process.stdout) ?? USUAL;

const INDENT = "  ";
const DEEPER = INDENT.repeat(3);
/** Widest column of terms that have their meaning beside them. */
const TERMS = 24;
/** Widest columns of the facts of entries, which are aligned. */
const KEYS = 18;
const TYPES = 12;

/** Colours what is code in Markdown; without colours its quotes remain. */
const inColour = (text: string) =>
  styleText("cyan", "x") === "x"
    ? text
    : text.replaceAll(/`([^`]+)`/g, (_, code: string) => styleText("cyan", code));

const paragraph = (text: string, width: number, indent: string) =>
  text === "" ? [] : inColour(wrapped(indent + text, width, "")).split("\n");

/** Formats an entry with facts: these in a line, the meaning below. */
function factual({ term, facts = [], text }: Entry, width: number): string[] {
  const [type = "", ...rest] = facts;
  const head = `${INDENT}${term.padEnd(KEYS)}  ${type.padEnd(TYPES)}  ${rest.join("  ")}`.trimEnd();
  const [first = "", ...more] = wrapped(head, width).split("\n");
  return [first.replace(term, heading(term)), ...more, ...paragraph(text, width, DEEPER)];
}

/** Formats an entry with its meaning beside the term, or below a long one. */
function beside({ term, text }: Entry, width: number, column: number): string[] {
  const indent = " ".repeat(INDENT.length + column + 2);
  const [first = "", ...more] = paragraph(text, width, indent);
  const head = INDENT + heading(term);
  if (term.length > column) return [head, first, ...more];
  return [head + " ".repeat(column - term.length) + first.slice(INDENT.length + column), ...more];
}

function entry(one: Entry, width: number, column: number): string[] {
  return one.facts === undefined ? beside(one, width, column) : factual(one, width);
}

function lines(block: Block, width: number, column: number): string[] {
  if (block.type === "paragraph") return [...paragraph(block.text, width, INDENT), ""];
  if (block.type === "code") return [...block.lines.map((line) => INDENT + line), ""];
  return entry(block, width, column);
}

function sectionLines({ title, blocks }: Section, width: number): string[] {
  const terms = blocks.flatMap((block) =>
    block.type === "entry" && block.term.length <= TERMS ? [block.term.length] : [],
  );
  const column = Math.max(0, ...terms);
  const inside = blocks.flatMap((block) => lines(block, width, column));
  return ["", heading(title), ...(inside.at(-1) === "" ? inside.slice(0, -1) : inside)];
}

/** Formats the sections of a page for a terminal of some width. */
export const sectionsText = (sections: readonly Section[], width: number): string[] =>
  sections.flatMap((section) => sectionLines(section, width)).slice(1);

/** Formats a page for a terminal of some width. */
export const pageText = ({ name, brief, sections }: Page, width: number): string[] => [
  `${heading(name)} - ${brief}`,
  "",
  ...sectionsText(sections, width),
];
