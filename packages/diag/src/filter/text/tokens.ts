import { SocketFilterSyntaxError } from "./syntax-error.js";

/** Signs with a meaning; all their spellings mean the same. */
export type Sign = "(" | ")" | "and" | "or" | "not" | "=" | "!=" | "<" | "<=" | ">" | ">=";

/** A sign or a word of a filter. */
export interface Token {
  /** The sign; absent from words. */
  readonly sign?: Sign;
  /** The word, without backslashes; the spelling of a sign. */
  readonly word: string;
  /** Position in the text. */
  readonly at: number;
}

const SPELLINGS: Readonly<Record<string, Sign>> = {
  "(": "(",
  ")": ")",
  "&": "and",
  "&&": "and",
  and: "and",
  "|": "or",
  "||": "or",
  or: "or",
  "!": "not",
  not: "not",
  "=": "=",
  "==": "=",
  eq: "=",
  "!=": "!=",
  ne: "!=",
  neq: "!=",
  "<": "<",
  lt: "<",
  "<=": "<=",
  le: "<=",
  leq: "<=",
  ">": ">",
  gt: ">",
  ">=": ">=",
  ge: ">=",
  geq: ">=",
};

/** Returns a word as it is written in a filter. */
export function written(word: string): string {
  const escaped = word.replace(/[\s()&|!=<>\\]/g, "\\$&");
  return Object.hasOwn(SPELLINGS, word) ? `\\${word}` : escaped;
}

/** White space, a sign, or a word, in which a backslash keeps a character from having a meaning. */
const TOKEN = /\s+|&&?|\|\|?|[!<>]=|==?|[()!<>]|(?:\\.|!(?!=)|[^\s()&|!=<>\\])+/suy;

/**
 * Splits a text into signs and words.
 *
 * @throws SocketFilterSyntaxError if it ends with a backslash.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const raw = pattern.exec(text)?.[0];
    if (raw === undefined)
      throw new SocketFilterSyntaxError(text, at, "a character after the backslash", "\\");
    if (/^\s/.test(raw)) continue;
    const sign = Object.hasOwn(SPELLINGS, raw) ? SPELLINGS[raw] : undefined;
    tokens.push({ word: raw.replace(/\\(.)/gsu, "$1"), at, ...(sign !== undefined && { sign }) });
  }
  return tokens;
}
