import { pick } from "@rxnetlink/core";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, it } from "vitest";
import {
  type Manner,
  openWorkshop,
  PATIENCE,
  prove,
  skipped,
  type Workshop,
} from "./differential.test.util.js";
import type { Filter } from "./filter.js";
import { filterCases } from "./filter.test.table.js";
import { flowerCases } from "./flower.test.table.js";
import { CLSACT_INGRESS } from "./handle.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`filters are not compared with tc: ${why}`);

/** What the kernel has besides filters: rows that stand for a priority, and the tables of `u32`. */
const isFilter = ({ kind, handle, options }: Filter) =>
  handle !== 0 &&
  (kind === "u32" ? options?.u32?.divisor === undefined : options !== undefined || kind === "cgroup");

describe.skipIf(why !== undefined)("filters as tc makes and prints them", () => {
  let shop: Workshop;
  let manner: Manner<Filter>;
  let lacking: string | undefined;

  beforeAll(async () => {
    shop = await openWorkshop();
    lacking = await shop.tc.lacks("qdisc add dev v0 clsact");
    manner = {
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
    };
  }, PATIENCE);
  afterAll(() => shop?.close());

  it.for([...filterCases, ...flowerCases].map((row) => [row.tc ?? row.name!, row] as const))(
    "%s",
    { timeout: PATIENCE },
    ([, row], context) => {
      skipped(context, lacking);
      return prove(shop, manner, row, context);
    },
  );
});
