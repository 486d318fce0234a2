import { EncodeError } from "@rxnetlink/core";
import type { CompiledRule, Family } from "./compiled.js";
import { Compiler } from "./compiler.js";
import { Context } from "./context.js";
import { merge, type Step } from "./merge.js";
import type { Protocol } from "./protocol.js";
import type { Statement } from "./statement.js";

/** Most expressions of a rule (`NFT_RULE_MAXEXPRS`). */
const MOST = 128;

/** Returns a count from 1 on. */
function counting(): () => number {
  let last = 0;
  return () => ++last;
}

/**
 * Compiles statements for a family.
 *
 * @param nextSetId - Returns an id for each anonymous set, unique within the transaction.
 * @throws EncodeError if a statement has an unusable literal, contradicts another one or does not exist in the family.
 */
export function compile(
  statements: readonly Statement[],
  family: Family,
  nextSetId = counting(),
): Pick<CompiledRule, "expressions" | "sets"> {
  const compiler = new Compiler(family, nextSetId);
  for (const { path, statement, network } of resolved(statements, family))
    within(path, () => {
      compiler.network = network;
      statement.compile(compiler);
      compiler.release();
    });
  const { expressions, sets } = compiler;
  if (expressions.length > MOST)
    throw new EncodeError(
      `it has ${expressions.length} expressions, more than the ${MOST} that the kernel takes`,
    ).at("rule");
  return { expressions, sets };
}

interface Resolved extends Step {
  readonly network: Protocol | undefined;
}

/** Adds the matches that statements need, and merges neighbours. */
function resolved(statements: readonly Statement[], family: Family): Resolved[] {
  const context = new Context(family);
  const steps: Resolved[] = [];
  let ended: string | undefined;
  for (const [index, statement] of statements.entries()) {
    const path = [`rule[${index}]`, statement.place];
    within(path, () => {
      if (ended !== undefined) throw new EncodeError(`it is never reached, since ${ended} ends the rule`);
      const needed = context.require(statement.needs);
      const step = (one: Statement): Resolved => ({
        ...{ path, statement: one, compared: one.compared, network: context.network },
      });
      if (statement.leading) steps.unshift(...needed.map(step));
      else steps.push(...needed.map(step));
      steps.push(step(statement));
      if (statement.lesson !== undefined) context.learn(statement.lesson);
    });
    if (statement.terminal) ended = statement.place;
  }
  return merge(steps);
}

/** Adds a path to errors. */
function within(path: readonly string[], run: () => void): void {
  try {
    run();
  } catch (error) {
    throw error instanceof EncodeError
      ? path.toReversed().reduce((e: EncodeError, key) => e.at(key), error)
      : error;
  }
}
