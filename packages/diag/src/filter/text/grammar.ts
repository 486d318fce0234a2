import { allOf, anyOf, negated } from "../combined.js";
import type { Condition } from "../condition.js";
import { predicateFrom } from "./predicate.js";
import type { TokenReader } from "./token-reader.js";

/** Most parentheses and negations within one another. */
const MAX_DEPTH = 200;

/**
 * Reads conditions, of which one must be fulfilled: "or" binds loosest, "not" tightest.
 *
 * @throws SocketFilterSyntaxError if there is none.
 */
export function conditionFrom(tokens: TokenReader, depth = 0): Condition {
  const conditions = [conjunctionFrom(tokens, depth)];
  while (tokens.sign("or")) conditions.push(conjunctionFrom(tokens, depth));
  return anyOf(conditions);
}

/** Reads conditions that must all be fulfilled, with or without "and" between them. */
function conjunctionFrom(tokens: TokenReader, depth: number): Condition {
  const conditions = [singleFrom(tokens, depth)];
  while (tokens.sign("and") || beginsCondition(tokens)) conditions.push(singleFrom(tokens, depth));
  return allOf(conditions);
}

function beginsCondition({ token }: TokenReader): boolean {
  return token !== undefined && token.sign !== "or" && token.sign !== ")";
}

function singleFrom(tokens: TokenReader, depth: number): Condition {
  if (depth > MAX_DEPTH) throw tokens.unexpected(`at most ${MAX_DEPTH} conditions within one another`);
  if (tokens.sign("not")) return negated(singleFrom(tokens, depth + 1));
  if (!tokens.sign("(")) return predicateFrom(tokens);
  const condition = conditionFrom(tokens, depth + 1);
  if (!tokens.sign(")")) throw tokens.unexpected('"and", "or" or ")"');
  return condition;
}
