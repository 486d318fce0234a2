import { type Dependency, identityBy, type StateRules } from "@rxnetlink/core";
import { linkBarrier } from "../link/dependents.js";
import type { TcClass } from "./class-layout.js";
import { qdiscObject } from "./qdisc.js";
import type { Qdisc } from "./qdisc-layout.js";
import { changedQueue, qdiscStateRules, tcVolatile } from "./qdisc-state.js";

/** Classes come and go with their qdisc, and know the one inside them. */
const changedQdisc: Dependency<Qdisc> = {
  object: qdiscObject,
  identityOf: qdiscStateRules.identityOf,
  invalidates: ({ type: event }, previous) => event === "delete" || previous === undefined,
};

/** How the state of classes is kept. One that comes or goes changes the one that it is in, without a word. */
export const classStateRules: StateRules<TcClass> = {
  identityOf: identityBy<TcClass>("ifindex", "handle"),
  // The qdisc inside it is no counter.
  volatile: tcVolatile.filter((name) => name !== "info"),
  needsRelist: ({ type: event }, { same }) => event === "delete" || same === undefined,
  dependsOn: [changedQdisc, changedQueue],
  barrier: linkBarrier,
};
