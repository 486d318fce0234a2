// Objects of traffic control under test.

import { pick } from "@rxnetlink/core";
import type { Action } from "#src/tc/action/act.js";
import type { TcClass } from "#src/tc/class/layout.js";
import type { Filter } from "#src/tc/filter/layout.js";
import type { Qdisc } from "#src/tc/qdisc/layout.js";
import { CLSACT_INGRESS, handle, TC_H_ROOT } from "#src/tc/values/handle.js";
import type { TcBench } from "./bench.js";
import type { Subject } from "./case.js";

export const qdiscs = (bench: TcBench): Subject<Qdisc> => ({
  object: bench.nl.qdisc,
  add: "qdisc add dev v0 root handle 1:",
  show: "qdisc show dev v0",
  clear: "qdisc del dev v0 root",
  place: { ifindex: bench.index.v0!, parent: TC_H_ROOT, handle: handle(1) },
  select: (rows) => rows.find(({ handle: it }) => it === handle(1)),
  key: ({ ifindex, parent, handle }) => ({ ifindex, parent, handle }),
});

export const classes = (bench: TcBench): Subject<TcClass> => ({
  object: bench.nl.class,
  add: "class add dev v0 parent 1: classid 1:10",
  show: "class show dev v0",
  clear: "class del dev v0 classid 1:10",
  place: { ifindex: bench.index.v0!, parent: handle("1:"), handle: handle("1:10") },
  select: (rows) => rows.find((row) => row.handle === handle("1:10")),
  key: ({ ifindex, handle }) => ({ ifindex, handle }),
});

export const actions = (bench: TcBench, kind: string): Subject<Action> => ({
  object: bench.nl.action,
  add: "actions add action",
  show: `actions ls action ${kind}`,
  clear: `actions flush action ${kind}`,
  place: { kind },
  select: (rows) => rows[0],
  key: (value) => pick(value, "kind", "index"),
  requestMembers: (value) => pick(value, "cookie", "hwStats"),
});

/** True unless the row stands for a priority or a table of `u32`. */
const isFilter = ({ kind, handle, options }: Filter) =>
  handle !== 0 &&
  (kind === "u32" ? options?.u32?.divisor === undefined : options !== undefined || kind === "cgroup");

export const filters = (bench: TcBench): Subject<Filter> => ({
  object: bench.nl.filter,
  add: "filter add dev v0 ingress prio 5",
  show: "filter show dev v0 ingress",
  clear: "filter del dev v0 ingress",
  place: { ifindex: bench.index.v0!, parent: CLSACT_INGRESS, priority: 5 },
  select: (rows) => rows.find(isFilter),
  key: (value) => ({
    ...pick(value, "ifindex", "parent", "priority", "protocol", "chain", "kind"),
    ...(value.kind !== "cgroup" && pick(value, "handle")),
  }),
  // The kernel keeps an action for a while after its filter is gone, so the next one has another index.
  varying: ["index"],
  requestMembers: (value) => pick(value, "protocol", "chain", "handle"),
});
