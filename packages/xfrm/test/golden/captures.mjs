// The messages that `npm run golden` captures. Those of states with keys need a kernel with ESP.
import { captures as policies } from "./captures/policies.mjs";
import { captures as states } from "./captures/states.mjs";

export const captures = [...policies, ...states];
