import { type Dependency, identityBy, type StateRules } from "@rxnetlink/core";
import { linkBarrier } from "../../link/dependents.js";
import type { Link } from "../../link/layout.js";
import { linkObject } from "../../link/link.js";
import { linkStateRules } from "../../link/state.js";
import type { Qdisc } from "./layout.js";

/** A link silently gets its first qdisc when brought up, and loses all its qdiscs when deleted. */
export const changedQueue: Dependency<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  invalidates: ({ type: event, value }, previous) => event === "delete" || value.qdisc !== previous?.qdisc,
};

/** Counters, the reference count, and members of notifications only. */
export const tcVolatile = ["stats", "stats2", "xstats", "info", "fcnt", "extWarnMsg", "directPkts"] as const;

/**
 * State of qdiscs. Adding or deleting one silently adds or deletes others: those inside it, and the link's default
 * qdisc.
 */
export const qdiscStateRules: StateRules<Qdisc> = {
  identityOf: identityBy<Qdisc>("ifindex", "parent", "handle"),
  volatile: tcVolatile,
  needsRelist: ({ type: event }, { same }) => event === "delete" || same === undefined,
  dependsOn: [changedQueue],
  barrier: linkBarrier,
};
