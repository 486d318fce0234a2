import type { Condition } from "../condition.js";
import { isInet, isMini } from "../filterable-socket.js";
import { term } from "./term.js";

const NOTHING = new Uint8Array();

/** The condition that the kernel chose the source port. Only the kernel knows. */
export const autoboundCondition: Condition = term({
  text: "autobound",
  code: "auto",
  operand: () => NOTHING,
  matches(socket) {
    if (!isInet(socket)) return false;
    return isMini(socket) ? true : undefined;
  },
});
