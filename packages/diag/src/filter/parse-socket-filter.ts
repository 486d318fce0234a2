import {
  aFunction,
  aString,
  checkArgument,
  checkOptions,
  didYouMean,
  listed,
} from "@rxnetlink/core/internal";
import { ConditionExpression } from "./condition-expression.js";
import type { SocketExpression } from "./socket-expression.js";
import { conditionFrom } from "./text/grammar.js";
import { servicePorts } from "./text/services.js";
import { type FilterState, STATE_WORDS, STATES, statesOf } from "./text/states.js";
import { UnexpectedWord } from "./text/syntax-error.js";
import { TokenReader } from "./text/token-reader.js";

/** Options of {@link parseSocketFilter}. */
export interface SocketFilterOptions {
  /** Returns the port of a service; by default, `/etc/services` and a table of well-known ones are asked. */
  readonly servicePort?: (name: string) => number | undefined;
}

function stateWord(word: string): readonly FilterState[] {
  const states = statesOf(word);
  if (states !== undefined) return states;
  throw new UnexpectedWord(`a state: ${listed(STATE_WORDS)}`, didYouMean(word, STATE_WORDS));
}

/** Reads "state" and "exclude" with their words; returns `undefined` if there are none. */
function statesFrom(tokens: TokenReader): readonly FilterState[] | undefined {
  let chosen: ReadonlySet<FilterState> | undefined;
  for (;;) {
    const verb = tokens.oneOf("state", "exclude", "excl");
    if (verb === undefined) return chosen && STATES.filter((state) => chosen!.has(state));
    const named = tokens.word("a state", stateWord);
    if (verb === "state") chosen = new Set([...(chosen ?? []), ...named]);
    else chosen = new Set([...(chosen ?? STATES)].filter((state) => !named.includes(state)));
  }
}

/**
 * Reads a filter in the grammar of `ss`: states, and conditions on addresses, ports, links, marks and control groups
 * with "and", "or", "not" and parentheses. "and" binds tighter than "or", as the manual of `ss` says; `ss` itself reads
 * them from left to right.
 *
 * @throws SocketFilterSyntaxError if the text is no filter; it names the position and what was expected there.
 *
 * @example
 * const filter = parseSocketFilter("( sport = :ssh or dport = :22 ) and dst 10.0.0.0/8 and not dev eth0");
 * filter.withLinks({ eth0: 2 }).bytecode;
 */
export function parseSocketFilter(text: string, options: SocketFilterOptions = {}): SocketExpression {
  checkArgument("parseSocketFilter", "text", text, aString);
  const { servicePort = servicePorts() } = checkOptions("parseSocketFilter", options, {
    servicePort: aFunction,
  });
  const tokens = new TokenReader(text, servicePort);
  const states = statesFrom(tokens);
  const condition = tokens.ended ? undefined : conditionFrom(tokens);
  if (!tokens.ended) throw tokens.unexpected('a condition, "and", "or" or the end');
  return new ConditionExpression(condition, states);
}
