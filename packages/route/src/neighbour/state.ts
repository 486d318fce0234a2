import { type Identity, identityBy, type StateRules } from "@rxnetlink/core";
import { type Neighbour, neighbourFlags, neighbourState } from "./layout.js";

const { proxy } = neighbourFlags.bits;
const keyOf = identityBy<Neighbour>("family", "ndmIfindex", "dst");

/** How the state of neighbours is kept. The kernel does not tell when one is used, as the state `delay` shows. */
export const neighbourStateRules: StateRules<Neighbour> = {
  identityOf: (neighbour): Identity => `${keyOf(neighbour)}${neighbour.flags & proxy ? " proxy" : ""}`,
  volatile: ["cacheinfo", "probes"],
  silent: {
    "": {
      reason: "one that needs no resolution, or is being resolved, comes with its first use",
      when: ({ state }) =>
        state === 0 || neighbourState.has(state, "noarp") || neighbourState.has(state, "incomplete"),
    },
    state: { reason: "its use is not told", when: ({ state }) => neighbourState.has(state, "delay") },
  },
};
