import { didYouMean } from "@rxnetlink/core/internal";
import { negated } from "../combined.js";
import type { Condition } from "../condition.js";
import { autoboundCondition } from "../conditions/autobound.js";
import { cgroupCondition } from "../conditions/cgroup.js";
import { devCondition } from "../conditions/dev.js";
import { fwmarkCondition } from "../conditions/fwmark.js";
import { hostCondition } from "../conditions/host.js";
import { type Comparison, portCondition } from "../conditions/port.js";
import type { End } from "../filterable-socket.js";
import { hostConditionFrom, inFamily, portElsewhere, splitFamily } from "./family.js";
import { UnexpectedWord } from "./syntax-error.js";
import type { TokenReader } from "./token-reader.js";
import { numberFrom, portFrom, type ServicePort } from "./words.js";

type Reader = (tokens: TokenReader) => Condition;

/** Reads "=" or "!=", either of which may be left out, and a word. */
function equal(expected: string, read: (word: string, tokens: TokenReader) => Condition): Reader {
  return (tokens) => {
    const sign = tokens.sign("=", "!=");
    const condition = tokens.word(expected, (word) => read(word, tokens));
    return sign === "!=" ? negated(condition) : condition;
  };
}

const COMPARISONS: readonly Comparison[] = ["=", "!=", "<", "<=", ">", ">="];

const host = (end: End) =>
  equal("a host", (word, { servicePort }) => hostConditionFrom(end, word, servicePort));

function portFromWord(end: End, comparison: Comparison, word: string, servicePort: ServicePort): Condition {
  const [family, rest] = splitFamily(word);
  if (family !== undefined && inFamily[family] === undefined) {
    const condition = portElsewhere(end, family, rest, servicePort);
    if (comparison === "=" || comparison === "!=") return comparison === "=" ? condition : negated(condition);
    throw new UnexpectedWord("a port of inet or inet6, which have an order");
  }
  const number = portFrom(rest, servicePort);
  if (number === undefined && comparison !== "=") throw new UnexpectedWord("a certain port");
  const condition = number === undefined ? hostCondition(end, {}) : portCondition(end, comparison, number);
  return family === undefined ? condition : inFamily[family]!(end, condition);
}

function port(end: End): Reader {
  return (tokens) => {
    const comparison = tokens.sign(...COMPARISONS) ?? "=";
    return tokens.word("a port", (word) => portFromWord(end, comparison, word, tokens.servicePort));
  };
}

function linkFrom(word: string): Condition {
  return devCondition(/^\d+$/.test(word) ? Number(word) : word);
}

function markFrom(word: string): Condition {
  const [mark, mask, ...rest] = word.split("/").map((it) => numberFrom(it, 0xffff_ffff));
  const isMasked = word.includes("/");
  if (mark === undefined || (isMasked && mask === undefined) || rest.length > 0)
    throw new UnexpectedWord("a mark, or a mark and a mask, as 0x1/0xff");
  return fwmarkCondition(mark, mask);
}

const PREDICATES: Readonly<Record<string, Reader>> = {
  dst: host("dst"),
  src: host("src"),
  dport: port("dst"),
  sport: port("src"),
  dev: equal("a link", linkFrom),
  fwmark: equal("a mark", markFrom),
  cgroup: equal("the path of a control group", (word) =>
    cgroupCondition(/^\d+$/.test(word) ? BigInt(word) : word),
  ),
  autobound: () => autoboundCondition,
};

const NAMES = Object.keys(PREDICATES);

/**
 * Reads a condition without negation and parentheses.
 *
 * @throws SocketFilterSyntaxError if there is none.
 */
export function predicateFrom(tokens: TokenReader): Condition {
  const name = tokens.oneOf(...NAMES);
  if (name !== undefined) return PREDICATES[name]!(tokens);
  const word = tokens.token?.sign === undefined ? tokens.token?.word : undefined;
  throw tokens.unexpected('a condition, "not" or "("', word && didYouMean(word, NAMES));
}
