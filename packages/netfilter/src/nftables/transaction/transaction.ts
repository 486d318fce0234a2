import type { Written } from "@rxnetlink/core";
import type { Check } from "@rxnetlink/core/internal";
import type { Rule } from "../rule/layout.js";
import type { Flushed, Given, RuleGiven, Step } from "./step.js";

/** Kinds of objects that `add` and `create` make; rules have verbs for their place. */
export type Addable = Exclude<keyof Given, "rule">;

/**
 * Changes of nftables that are applied together or not at all. A value: its methods return longer ones, and it can be checked,
 * committed and printed any number of times.
 *
 * @example
 * const input = { family: "inet", table: "filter", name: "input" } as const;
 * const changes = transaction()
 *   .add("table", { family: "inet", name: "filter" })
 *   .add("chain", { ...input, type: "filter", hook: { hooknum: "input", priority: 0 } })
 *   .append({ family: "inet", table: "filter", chain: "input", expressions: [{ data: { counter: {} } }] });
 * nf.nftables.transaction$(changes).subscribe();
 */
export class Transaction {
  /** Steps in order. */
  readonly steps: readonly Step[];

  /** @internal */
  constructor(steps: readonly Step[]) {
    this.steps = steps;
  }

  /** Returns the transaction with steps added, such as those of another one. */
  with(...steps: readonly Step[]): Transaction {
    return new Transaction([...this.steps, ...steps]);
  }

  /** Creates an object, or updates the one that exists. Objects must come after what they refer to. */
  add<K extends Addable>(kind: K, value: Given[K]): Transaction {
    return this.with({ type: "add", kind, value });
  }

  /** Creates an object; refused with `EEXIST` if it exists. */
  create<K extends Addable>(kind: K, value: Given[K]): Transaction {
    return this.with({ type: "create", kind, value });
  }

  /** Removes an object, which a listed value or its identity names; with a table, all in it. */
  delete<K extends keyof Given>(kind: K, value: Given[K]): Transaction {
    return this.with({ type: "delete", kind, value });
  }

  /** Removes an object if it exists; since 6.3, older kernels refuse it with `EINVAL`. */
  destroy<K extends keyof Given>(kind: K, value: Given[K]): Transaction {
    return this.with({ type: "destroy", kind, value });
  }

  /**
   * Removes what an object holds: the elements of a set, the rules of a chain or of a table; of the `ruleset`, all tables, or
   * those of a family.
   */
  flush<K extends keyof Flushed>(kind: K, value: Flushed[K]): Transaction {
    return this.with({ type: "flush", kind, value });
  }

  /** Adds a rule at the end of its chain. */
  append(rule: RuleGiven): Transaction {
    return this.with({ type: "append", kind: "rule", value: rule });
  }

  /** Adds a rule at the beginning of its chain. */
  prepend(rule: RuleGiven): Transaction {
    return this.with({ type: "prepend", kind: "rule", value: rule });
  }

  /** Adds a rule before another: one that was listed, or that an earlier step adds. */
  before(there: Written<Rule>, rule: RuleGiven): Transaction {
    return this.with({ type: "before", kind: "rule", there, value: rule });
  }

  /** Adds a rule after another: one that was listed, or that an earlier step adds. */
  after(there: Written<Rule>, rule: RuleGiven): Transaction {
    return this.with({ type: "after", kind: "rule", there, value: rule });
  }

  /** Replaces a rule that was listed. The new one has another handle. */
  replace(there: Written<Rule>, rule: RuleGiven): Transaction {
    return this.with({ type: "replace", kind: "rule", there, value: rule });
  }
}

/** Returns a transaction; one without steps by default. */
export function transaction(steps: readonly Step[] = []): Transaction {
  return new Transaction(steps);
}

/** Refuses what is no transaction. */
export const aTransaction: Check = (value) => (value instanceof Transaction ? undefined : "a transaction");
