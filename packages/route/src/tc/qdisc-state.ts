import { type Dependency, identityBy, type StateRules } from "@rxnetlink/core";
import { linkBarrier } from "../link/dependents.js";
import type { Link } from "../link/layout.js";
import { linkObject } from "../link/link.js";
import { linkStateRules } from "../link/state.js";
import type { Qdisc } from "./qdisc-layout.js";

/** A link gets its first qdisc when it is brought up and takes all along in the end, without a word of them. */
export const changedQueue: Dependency<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  invalidates: ({ type: event, value }, previous) => event === "delete" || value.qdisc !== previous?.qdisc,
};

/** Counters, how many hold a qdisc, and what is in notifications alone. */
export const tcVolatile = ["stats", "stats2", "xstats", "info", "fcnt", "extWarnMsg", "directPkts"] as const;

/**
 * How the state of qdiscs is kept. One that comes or goes may bring or take others, of which the kernel does not tell:
 * those inside it, and the one that a link has by default.
 */
export const qdiscStateRules: StateRules<Qdisc> = {
  identityOf: identityBy<Qdisc>("ifindex", "parent", "handle"),
  volatile: tcVolatile,
  needsRelist: ({ type: event }, { same }) => event === "delete" || same === undefined,
  dependsOn: [changedQueue],
  barrier: linkBarrier,
};
