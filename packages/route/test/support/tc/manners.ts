// How tc and we speak of each object of traffic control, in a workshop.
import { pick } from "@rxnetlink/core";
import type { Action } from "#src/tc/action/act.js";
import type { TcClass } from "#src/tc/class/layout.js";
import type { Filter } from "#src/tc/filter/filter.js";
import type { Qdisc } from "#src/tc/qdisc/layout.js";
import { CLSACT_INGRESS, handle, TC_H_ROOT } from "#src/tc/values/handle.js";
import type { Manner, Workshop } from "./differential.js";

export const qdiscs = (shop: Workshop): Manner<Qdisc> => ({
  object: shop.nl.qdisc,
  add: "qdisc add dev v0 root handle 1:",
  show: "qdisc show dev v0",
  clear: "qdisc del dev v0 root",
  place: { ifindex: shop.index.v0!, parent: TC_H_ROOT, handle: handle(1) },
  chosen: (rows) => rows.find(({ handle: it }) => it === handle(1)),
  key: ({ ifindex, parent, handle }) => ({ ifindex, parent, handle }),
});

export const classes = (shop: Workshop): Manner<TcClass> => ({
  object: shop.nl.class,
  add: "class add dev v0 parent 1: classid 1:10",
  show: "class show dev v0",
  clear: "class del dev v0 classid 1:10",
  place: { ifindex: shop.index.v0!, parent: handle("1:"), handle: handle("1:10") },
  chosen: (rows) => rows.find((row) => row.handle === handle("1:10")),
  key: ({ ifindex, handle }) => ({ ifindex, handle }),
});

export const actions = (shop: Workshop, kind: string): Manner<Action> => ({
  object: shop.nl.action,
  add: "actions add action",
  show: `actions ls action ${kind}`,
  clear: `actions flush action ${kind}`,
  place: { kind },
  chosen: (rows) => rows[0],
  key: (value) => pick(value, "kind", "index"),
  own: (value) => pick(value, "cookie", "hwStats"),
});

/** What the kernel has besides filters: rows that stand for a priority, and the tables of `u32`. */
const isFilter = ({ kind, handle, options }: Filter) =>
  handle !== 0 &&
  (kind === "u32" ? options?.u32?.divisor === undefined : options !== undefined || kind === "cgroup");

export const filters = (shop: Workshop): Manner<Filter> => ({
  object: shop.nl.filter,
  add: "filter add dev v0 ingress prio 5",
  show: "filter show dev v0 ingress",
  clear: "filter del dev v0 ingress",
  place: { ifindex: shop.index.v0!, parent: CLSACT_INGRESS, priority: 5 },
  chosen: (rows) => rows.find(isFilter),
  key: (value) => ({
    ...pick(value, "ifindex", "parent", "priority", "protocol", "chain", "kind"),
    ...(value.kind !== "cgroup" && pick(value, "handle")),
  }),
  // An action is kept for a while after its filter has gone, and the next one then has another number.
  chance: ["index"],
  own: (value) => pick(value, "protocol", "chain", "handle"),
});
