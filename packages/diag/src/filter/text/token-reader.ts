import { SocketFilterSyntaxError, UnexpectedWord } from "./syntax-error.js";
import { type Sign, type Token, tokensOf } from "./tokens.js";
import type { ServicePort } from "./words.js";

/** Reads the tokens of a text from left to right. */
export class TokenReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(
    text: string,
    /** Ports of services. */
    readonly servicePort: ServicePort,
  ) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  /** True if everything has been read. */
  get ended(): boolean {
    return this.#next === this.#tokens.length;
  }

  /** Returns the next token; `undefined` at the end. */
  get token(): Token | undefined {
    return this.#tokens[this.#next];
  }

  /** Passes over the next token if it is one of some signs, and returns its sign. */
  sign<S extends Sign>(...signs: readonly S[]): S | undefined {
    const sign = this.token?.sign;
    if (sign === undefined || !(signs as readonly Sign[]).includes(sign)) return undefined;
    this.#next++;
    return sign as S;
  }

  /** Passes over the next token if it is one of some words, and returns it. */
  oneOf<W extends string>(...words: readonly W[]): W | undefined {
    const { token } = this;
    if (token === undefined || token.sign !== undefined) return undefined;
    if (!(words as readonly string[]).includes(token.word)) return undefined;
    this.#next++;
    return token.word as W;
  }

  /**
   * Reads the next word.
   *
   * @throws SocketFilterSyntaxError if there is none, or it does not fit.
   */
  word<T>(expected: string, read: (word: string) => T): T {
    const { token } = this;
    if (token === undefined || token.sign !== undefined) throw this.unexpected(expected);
    try {
      const value = read(token.word);
      this.#next++;
      return value;
    } catch (error) {
      throw error instanceof UnexpectedWord ? this.unexpected(error.expected, error.hint) : error;
    }
  }

  /** Returns the error that something else was expected here. */
  unexpected(expected: string, hint?: string): SocketFilterSyntaxError {
    const { token } = this;
    const [at, found] = token === undefined ? [this.#text.length, ""] : [token.at, token.word];
    return new SocketFilterSyntaxError(this.#text, at, expected, found, hint);
  }
}
