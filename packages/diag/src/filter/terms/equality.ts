import { anInteger, checkArgument } from "@rxnetlink/core/internal";
import { negated } from "../combined.js";
import type { Condition } from "../condition.js";
import { ConditionExpression } from "../condition-expression.js";
import { cgroupCondition } from "../conditions/cgroup.js";
import { devCondition } from "../conditions/dev.js";
import { fwmarkCondition, WHOLE_MARK } from "../conditions/fwmark.js";
import type { SocketExpression } from "../socket-expression.js";

/** Filters by one property. */
export interface EqualityTerm<A extends readonly unknown[]> {
  /** Returns the filter for a value. */
  eq(...value: A): SocketExpression;
  /** Returns the filter for all other values. */
  ne(...value: A): SocketExpression;
}

function equalityTerm<A extends readonly unknown[]>(
  condition: (method: string, ...value: A) => Condition,
): EqualityTerm<A> {
  return {
    eq: (...value) => new ConditionExpression(condition("eq", ...value)),
    ne: (...value) => new ConditionExpression(negated(condition("ne", ...value))),
  };
}

const anIndex = anInteger(0, 0x7fff_ffff);
const aMark = anInteger(0, WHOLE_MARK);

const aLink = (value: unknown) =>
  typeof value === "string"
    ? /^[^\s/]{1,127}$/.test(value)
      ? undefined
      : "the name of a link"
    : anIndex(value);

const aGroup = (value: unknown) =>
  typeof value === "bigint" || (typeof value === "string" && value !== "")
    ? undefined
    : "an identifier or a path";

/** Link that the socket is bound to. */
export const dev: EqualityTerm<[link: number | string]> = equalityTerm((method, link) => {
  checkArgument(`dev.${method}`, "link", link, aLink);
  return devCondition(link);
});

/** Mark of the socket. */
export const fwmark: EqualityTerm<[mark: number, mask?: number]> = equalityTerm((method, mark, mask) => {
  checkArgument(`fwmark.${method}`, "mark", mark, aMark);
  if (mask !== undefined) checkArgument(`fwmark.${method}`, "mask", mask, aMark);
  return fwmarkCondition(mark, mask);
});

/** Control group that the socket was created in. */
export const cgroup: EqualityTerm<[group: bigint | string]> = equalityTerm((method, group) => {
  checkArgument(`cgroup.${method}`, "group", group, aGroup);
  return cgroupCondition(group);
});
