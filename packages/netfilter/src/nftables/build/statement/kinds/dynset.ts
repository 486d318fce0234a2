import { EncodeError } from "@rxnetlink/core";
import { type DynsetExpr, dynsetFlags } from "../../../expr/kinds/dynset.js";
import { Compiler, registerOf } from "../../compile/compiler.js";
import type { Statement } from "../../compile/statement.js";
import { type Key, loadKey, needsOf, spaceOf } from "../../field/key.js";
import type { NamedLookup, Searchable } from "../../field/operations.js";
import { loadOperand, needsOfValue, type Value } from "../../field/value.js";
import { type DataType, integer } from "../../value/data-type.js";
import { statement } from "../statement.js";

/** What an element gets that a packet adds. */
export interface DynsetOptions {
  /** Time in milliseconds after which it ends; by default that of the set. */
  readonly timeout?: number | bigint;
  /** Statements of each element, such as `[limit("10/second")]`; more than one since 5.11. */
  readonly with?: readonly Statement[];
  /** What a map holds for it: another field, or a number such as a mark. */
  readonly data?: Value<unknown> | number;
}

const of =
  (op: NonNullable<DynsetExpr["op"]>) =>
  (set: NamedLookup, key: Searchable<never>, options: DynsetOptions = {}): Statement => {
    const own = (key as unknown as { key: Key }).key;
    return statement(`dynset.${op}`, (c) => compile(c, op, set.slice(1), own, options), [
      ...needsOf(own),
      ...needsOfValue(options.data),
    ]);
  };

const DATA = integer(32, "host") as DataType<never>;

function compile(
  c: Compiler,
  op: NonNullable<DynsetExpr["op"]>,
  setName: string,
  key: Key,
  options: DynsetOptions,
): void {
  const slot = c.reserve(spaceOf(key));
  loadKey(c, key, slot, false);
  const data = options.data === undefined ? {} : { sregData: registerOf(loadOperand(c, options.data, DATA)) };
  const timeout = options.timeout === undefined ? {} : { timeout: BigInt(options.timeout) };
  c.emit("dynset", {
    op,
    sregKey: registerOf(slot),
    setName,
    ...data,
    ...timeout,
    ...inner(c, options.with ?? []),
  });
}

/** Compiles the statements of elements, which use no registers. */
function inner(
  c: Compiler,
  statements: readonly Statement[],
): Pick<DynsetExpr, "expr" | "expressions" | "flags"> {
  const own = new Compiler(c.family, c.nextSetId);
  for (const one of statements) one.compile(own);
  const { expressions } = own;
  if (expressions.length === 0) return { flags: 0 };
  if (expressions.some(({ name }) => name === "lookup" || name === "cmp"))
    throw new EncodeError("elements have statements such as limit() and counter(), not matches").at("with");
  const flags = dynsetFlags.of("expr");
  return expressions.length === 1 ? { expr: expressions[0]!, flags } : { expressions, flags };
}

/**
 * Lets packets change a set or map of the table, which needs the flag `dynamic`:
 * `dynset.update("@seen", ip.saddr, { timeout: 60_000 })`, in nft `update @seen { ip saddr timeout 60s }`.
 */
export const dynset = {
  /** Adds an element, if it is not there yet. */
  add: of("add"),
  /** Adds an element, or restarts its timeout. */
  update: of("update"),
  /** Removes an element; since 5.9. */
  delete: of("delete"),
} as const;
