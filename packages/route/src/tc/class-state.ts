import { type Followed, identityBy, type StateDeclaration } from "@rxnetlink/core";
import { afterLinks } from "../link/dependents.js";
import type { TcClass } from "./class.js";
import { type Qdisc, qdiscObject } from "./qdisc.js";
import { changedQueue, keptQdisc, tcVolatile } from "./qdisc-state.js";

/** Classes come and go with their qdisc, and know the one inside them. */
const changedQdisc: Followed<Qdisc> = {
  object: qdiscObject,
  identityOf: keptQdisc.identityOf,
  takes: ({ event }, previous) => event === "delete" || previous === undefined,
};

/** How the state of classes is kept. One that comes or goes changes the one that it is in, without a word. */
export const keptClass: StateDeclaration<TcClass> = {
  identityOf: identityBy<TcClass>("ifindex", "handle"),
  // The qdisc inside it is no counter.
  volatile: tcVolatile.filter((name) => name !== "info"),
  leavesOpen: ({ event }, { same }) => event === "delete" || same === undefined,
  follows: [changedQdisc, changedQueue],
  barrier: afterLinks,
};
