import type { StateRules } from "@rxnetlink/core";
import { HIDDEN, RELIST_EVERY } from "../flow/state.js";
import { textOf } from "../tuple/identity.js";
import type { Expectation } from "./layout.js";

/** State rules of expectations. Those of connections without notifications have none either. */
export const expectationStateRules: StateRules<Expectation> = {
  identityOf: ({ zone = 0, tuple = {}, id }) => `${zone} ${textOf(tuple)}${id}`,
  remembers: [],
  relistEvery: RELIST_EVERY,
  volatile: ["timeout"],
  silent: { "": { reason: HIDDEN } },
};
