import { type Identity, identityBy, type StateRules } from "@rxnetlink/core";
import { type Neighbour, neighbourFlags, neighbourState } from "./layout.js";

const { proxy } = neighbourFlags.bits;
const keyOf = identityBy<Neighbour>("family", "ndmIfindex", "dst");

/** State rules of neighbours. The kernel sends no notification when a neighbour is used, which leads to the state `delay`. */
export const neighbourStateRules: StateRules<Neighbour> = {
  identityOf: (neighbour): Identity => `${keyOf(neighbour)}${neighbour.flags & proxy ? " proxy" : ""}`,
  remembers: [],
  volatile: ["cacheinfo", "probes"],
  silent: {
    "": {
      reason: "entries that need no resolution, or are being resolved, appear with their first use",
      when: ({ state }) =>
        state === 0 || neighbourState.has(state, "noarp") || neighbourState.has(state, "incomplete"),
    },
    state: {
      reason: "use of an entry is not announced",
      when: ({ state }) => neighbourState.has(state, "delay"),
    },
  },
};
