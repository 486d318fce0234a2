import { operandOf } from "../code/assembler.js";
import { inetDiagMarkcond } from "../code/operations.js";
import type { Condition } from "../condition.js";
import { isInet } from "../filterable-socket.js";
import { term } from "./term.js";

/** All bits of a mark. */
export const WHOLE_MARK = 0xffff_ffff;

const hex = (number: number) => `0x${number.toString(16)}`;

/** Returns the condition that the bits of a mark that are in `mask` are those of `mark`. */
export function fwmarkCondition(mark: number, mask = WHOLE_MARK): Condition {
  return term({
    text: `fwmark = ${hex(mark)}${mask === WHOLE_MARK ? "" : `/${hex(mask)}`}`,
    code: "markCond",
    operand: () => operandOf([inetDiagMarkcond, { mark, mask }]),
    matches(socket) {
      if (!isInet(socket)) return false;
      const own = socket.mark;
      return own === undefined ? undefined : (own & mask) >>> 0 === mark;
    },
  });
}
