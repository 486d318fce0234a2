import { type Dependency, identityBy, type StateRules } from "@rxnetlink/core";
import { linkBarrier } from "../../link/dependents.js";
import type { Qdisc } from "../qdisc/layout.js";
import { qdiscObject } from "../qdisc/qdisc.js";
import { changedQueue, qdiscStateRules, tcVolatile } from "../qdisc/state.js";
import type { TcClass } from "./layout.js";

/** Classes are added and deleted with their qdisc, and report the inner qdisc. */
const changedQdisc: Dependency<Qdisc> = {
  object: qdiscObject,
  identityOf: qdiscStateRules.identityOf,
  invalidates: ({ type: event }, previous) => event === "delete" || previous === undefined,
};

/** State of classes. Adding or deleting one silently changes its parent. */
export const classStateRules: StateRules<TcClass> = {
  identityOf: identityBy<TcClass>("ifindex", "handle"),
  // `info` is the inner qdisc here, not a counter.
  volatile: tcVolatile.filter((name) => name !== "info"),
  needsRelist: ({ type: event }, { same }) => event === "delete" || same === undefined,
  dependsOn: [changedQdisc, changedQueue],
  barrier: linkBarrier,
};
