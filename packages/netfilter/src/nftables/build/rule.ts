import { EncodeError } from "@rxnetlink/core";
import type { Expression } from "../expr/expression.js";
import { compile } from "./compile/compile.js";
import type { CompiledRule, Family } from "./compile/compiled.js";
import type { Statement } from "./compile/statement.js";

/** A comment of a rule; see {@link comment}. */
export class Comment {
  constructor(
    /** Text, as `nft` shows it. */
    readonly text: string,
  ) {}
}

/** Returns the comment of a rule: `rule(tcp.dport.eq(22), accept(), comment("ssh"))`. */
export const comment = (text: string): Comment => new Comment(text);

/** A part of a rule: a match or statement, an expression as the kernel takes it, or a comment. */
export type RulePart = Statement | Expression | Comment;

/** A rule as it was written, for tables of any family in which its parts exist. */
export class RuleDraft {
  readonly #statements: readonly Statement[];
  /** Comment; absent if there is none. */
  readonly comment?: string;

  constructor(parts: readonly RulePart[]) {
    this.#statements = parts.filter((part) => !(part instanceof Comment)).map(statementOf);
    const text = parts.find((part) => part instanceof Comment)?.text;
    if (text !== undefined) this.comment = text;
  }

  /**
   * Compiles it for a family: adds the matches that its statements depend on, as `nft` does.
   *
   * @param nextSetId - Returns the ids of anonymous sets, unique within a transaction; by default from 1 on.
   * @throws EncodeError with the place of a part that is wrong: `rule[1].tcp.dport`.
   */
  compile(family: Family, nextSetId?: () => number): CompiledRule {
    const compiled = compile(this.#statements, family, nextSetId);
    return this.comment === undefined ? compiled : { ...compiled, comment: this.comment };
  }

  /**
   * Compiles it for a chain, as the verbs of transactions take it:
   * `transaction().append(rule(tcp.dport.eq(22), accept()).in({ family: "inet", table: "filter", chain: "input" }))`.
   *
   * @throws EncodeError with the place of a part that is wrong.
   */
  in(place: RulePlace): PlacedRule {
    const { family, table, chain } = place;
    return { family, table, chain, ...this.compile(family) };
  }
}

/** Where a rule belongs. */
export interface RulePlace {
  /** Family of the table. */
  readonly family: Exclude<Family, "ip" | "ip6">;
  /** Name of the table. */
  readonly table: string;
  /** Name of the chain. */
  readonly chain: string;
}

/** A rule of a chain, as transactions take it. */
export interface PlacedRule extends RulePlace, CompiledRule {}

/**
 * Returns a rule that reads like one of `nft`.
 *
 * @example
 * rule(meta.iifname.eq("eth0"), tcp.dport.in(22, 80, range(8000, 8100)), ct.state.has("new"), limit("10/second"), accept());
 * // iifname "eth0" tcp dport { 22, 80, 8000-8100 } ct state new limit rate 10/second accept
 */
export const rule = (...parts: RulePart[]): RuleDraft => new RuleDraft(parts);

function statementOf(part: Exclude<RulePart, Comment>, index: number): Statement {
  if (typeof part !== "object" || part === null)
    throw new EncodeError("it is no statement").at(`rule[${index}]`);
  if ("compile" in part) return part;
  if (!("data" in part || "name" in part)) throw new EncodeError("it is no statement").at(`rule[${index}]`);
  const place = part.name ?? Object.keys(part.data ?? {})[0] ?? "expression";
  return { place, needs: [], compile: (c) => void c.expressions.push(part) };
}
