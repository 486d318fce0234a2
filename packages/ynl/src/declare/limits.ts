import type { Place } from "../source/place.js";
import type { Context } from "./context.js";
import { call, type Expression, plain } from "./expression.js";

/** Returns a type with the limits that a description sets. */
export function withLimits({ source }: Context, place: Place, type: Expression): Expression {
  const checks = place.find("checks");
  if (checks === undefined) return type;
  const of = (name: string) => {
    const given = checks.find(name);
    return given === undefined ? undefined : source.constant(given);
  };
  const exact = of("exact-len");
  const isText = place.get("type").value === "string";
  const lengths = { minLength: exact ?? of("min-len"), maxLength: exact ?? of("max-len") };
  const limits = { min: of("min"), max: of("max"), ...lengths };
  if (Object.values(limits).every((limit) => limit === undefined)) return type;
  return call("limited", type, plain({ ...limits, terminator: isText ? 1 : undefined }));
}
