import { operandOf } from "../code/assembler.js";
import { inetDiagBcOp } from "../code/operations.js";
import { negated } from "../combined.js";
import type { Condition } from "../condition.js";
import { type End, portOf } from "../filterable-socket.js";
import { hostCondition } from "./host.js";
import { term } from "./term.js";

/** Comparisons of ports, as they are written. */
export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

const portName = (end: End) => (end === "src" ? "sport" : "dport");

function bound(end: End, comparison: "<=" | ">=", port: number): Condition {
  const isLeast = comparison === ">=";
  return term({
    text: `${portName(end)} ${comparison} :${port}`,
    code: `${end === "src" ? "s" : "d"}${isLeast ? "Ge" : "Le"}` as const,
    operand: () => operandOf([inetDiagBcOp, { code: "nop", yes: 0, no: port }]),
    matches(socket) {
      const own = portOf(socket, end);
      return own !== undefined && (isLeast ? own >= port : own <= port);
    },
  });
}

/** Returns the condition that a port compares to another. */
export function portCondition(end: End, comparison: Comparison, port: number): Condition {
  switch (comparison) {
    case "=":
      // sEq needs a newer kernel.
      return { ...hostCondition(end, { port }), text: `${portName(end)} = :${port}` };
    case "!=":
      return { ...negated(portCondition(end, "=", port)), text: `${portName(end)} != :${port}` };
    case "<":
      return { ...negated(bound(end, ">=", port)), text: `${portName(end)} < :${port}` };
    case ">":
      return { ...negated(bound(end, "<=", port)), text: `${portName(end)} > :${port}` };
    default:
      return bound(end, comparison, port);
  }
}
