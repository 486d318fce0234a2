import { u64 } from "@rxnetlink/core/schema";
import { cgroupId } from "../../process/cgroup-id.js";
import { operandOf } from "../code/assembler.js";
import type { Condition } from "../condition.js";
import { isInet, isMini } from "../filterable-socket.js";
import { written } from "../text/tokens.js";
import { term } from "./term.js";

/**
 * Returns the condition that a socket was created in a control group, given by its identifier, or by its path, which
 * is looked up when the filter is used.
 */
export function cgroupCondition(group: bigint | string): Condition {
  let known = typeof group === "bigint" ? group : undefined;
  function id(): bigint {
    known ??= cgroupId(group as string);
    return known;
  }
  return term({
    text: `cgroup = ${written(String(group))}`,
    code: "cgroupCond",
    operand: () => operandOf([u64, id()]),
    matches(socket) {
      if (!isInet(socket)) return false;
      const own = socket.cgroupId ?? (isMini(socket) ? 0n : undefined);
      return own === undefined ? undefined : own === id();
    },
  });
}
