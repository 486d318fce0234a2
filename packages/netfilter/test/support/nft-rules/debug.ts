import {
  type AnonymousSet,
  type CompiledRule,
  formatExpression,
  type RawElement,
} from "#src/nftables/index.js";

const word = (bytes: Uint8Array, at: number) =>
  [3, 2, 1, 0].map((i) => (bytes[at + i] ?? 0).toString(16).padStart(2, "0")).join("");

/** Returns bytes as nft prints them in its debug notation: words of 32 bits of a little-endian machine. */
function words(bytes: Uint8Array): string {
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) out.push(word(bytes, at));
  return out.join(" ");
}

function elementText({ key, keyEnd, data, flags = 0 }: RawElement): string {
  const keys = [key, keyEnd].flatMap((one) => (one?.value === undefined ? [] : [words(one.value)]));
  const { verdict, value } = data ?? {};
  const chain = verdict?.chain === undefined ? "" : ` -> ${verdict.chain}`;
  const held = verdict === undefined ? value && words(value) : `${verdict.code}${chain}`;
  return `${keys.join(" - ")} : ${held === undefined ? "" : `${held} `}${flags}`;
}

function setLines({ name, flags, desc, elements }: AnonymousSet): string[] {
  const head = `${name} t ${(flags ?? 0).toString(16)} size ${desc?.size}`;
  return [head, ...elements.map(elementText)];
}

/** Returns a rule as lines of nft's debug notation: its sets with their elements, then its expressions. */
export function debugLines({ sets, expressions }: CompiledRule): string[] {
  return [...sets.flatMap(setLines), ...expressions.map(formatExpression)].map(normal);
}

/** Details in which versions of nft, or nft and the kernel, print the same differently. */
const normal = (line: string) =>
  line
    .trim()
    .replace(/ 0x0 \]$/, " ]")
    // nft counts ends of intervals that touch the next, and does not send them.
    .replace(/^(__map%d t f) size \d+/, "$1")
    .replace(/\s+/g, " ");

const isElement = (line: string) => /^\s*element /.test(line);

/** Returns the lines of anonymous sets and expressions in what nft printed. */
export function linesOfNft(output: string): string[] {
  const lines = output.split("\n");
  return lines.flatMap((line) => {
    if (isElement(line)) return elementsOfNft(line);
    if (/^__\w+%d t \w+ size /.test(line)) return [normal(line)];
    return /^ {2}\[ /.test(line) ? [normal(line)] : [];
  });
}

const elementsOfNft = (line: string) =>
  line
    .split(/\s*\[end\]/)
    .filter((text) => text.trim() !== "")
    .map((text) => normal(text.replace(/^\s*element /, "")));
