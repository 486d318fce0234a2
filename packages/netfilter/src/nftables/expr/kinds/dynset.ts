import {
  attributes,
  be32,
  be64,
  enumeration,
  flags,
  type Infer,
  inRequests,
  nest,
  padding,
  string,
} from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import type { Expression } from "../expression.js";
import { nestedExpression, nestedExpressions } from "../nested.js";
import { join, named, wordOf } from "../words.js";

/** Changes of a set by packets (`NFT_DYNSET_OP_*`). */
export const dynsetOp = enumeration("NFT_DYNSET_OP_", be32, {
  /** Adds the element if it is absent. */
  add: 0,
  /** Adds the element, or restarts its time-out. */
  update: 1,
  /** Deletes the element; since 5.4. */
  delete: 2,
});

/** Flags of a change of a set (`NFT_DYNSET_F_*`). */
export const dynsetFlags = flags("NFT_DYNSET_F_", be32, {
  /** Matches if the change fails. */
  inv: 1,
  /** Elements have several expressions; since 5.11. */
  expr: 2,
});

/** Attributes of `dynset` (`NFTA_DYNSET_*`). */
export const exprDynsetAttributes = attributes("expr-dynset-attrs", "NFTA_DYNSET_", {
  /** Name of the set. */
  setName: [1, string],
  /** Id of the set within the same transaction. */
  setId: [2, be32],
  /** Change. */
  op: [3, dynsetOp],
  /** Register with the key. */
  sregKey: [4, register],
  /** Register with the data, of a map. */
  sregData: [5, register],
  /** Time after which the element expires, in ms; that of the set by default. */
  timeout: [6, be64],
  /** Expression of the element, such as a counter. */
  expr: [7, nestedExpression],
  /** Alignment. */
  pad: [8, padding],
  /** Flags. */
  flags: [9, dynsetFlags],
  /** Expressions of the element, with the flag `expr`; since 5.11. */
  expressions: [10, nestedExpressions],
});
/** Adds an element to a set, updates or deletes it. */
export interface DynsetExpr extends Infer<typeof exprDynsetAttributes> {}

/**
 * Layout of {@link DynsetExpr}. The kernel reports a time-out of 0, which it refuses in requests for sets without time-outs, and
 * not the flag `expr`, which it requires.
 */
export const exprDynset = inRequests(nest<DynsetExpr>(exprDynsetAttributes), ({ timeout, ...dynset }) => ({
  ...dynset,
  ...(timeout && { timeout }),
  ...(dynset.expressions && { flags: dynsetFlags.of("expr") | dynsetFlags.normalize!(dynset.flags ?? 0) }),
}));

/** Returns `dynset` in nft's notation. */
export function dynsetText(dynset: DynsetExpr, textOf: (expression: Expression) => string): string {
  const { op, sregKey = 0, setName = "", sregData, timeout, expr, expressions } = dynset;
  const all = expressions ?? (expr === undefined ? [] : [expr]);
  return join(
    `${wordOf(op)} reg_key ${sregKey} set ${setName}`,
    named("sreg_data", sregData),
    timeout !== undefined && `timeout ${timeout}ms`,
    ...all.map((each) => `expr ${textOf(each)}`),
  );
}
