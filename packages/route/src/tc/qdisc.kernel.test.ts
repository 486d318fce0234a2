import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, it } from "vitest";
import { type Manner, openWorkshop, PATIENCE, prove, type Workshop } from "./differential.test.util.js";
import { qdiscs } from "./manners.test.util.js";
import type { Qdisc } from "./qdisc.js";
import { qdiscCases } from "./qdisc.test.table.js";
import { qdiscAsTc } from "./qdisc-as-tc.test.table.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`qdiscs are not compared with tc: ${why}`);

describe.skipIf(why !== undefined)("qdiscs as tc makes and prints them", () => {
  let shop: Workshop;
  let manner: Manner<Qdisc>;

  beforeAll(async () => {
    shop = await openWorkshop();
    manner = qdiscs(shop);
  }, PATIENCE);
  afterAll(() => shop?.close());

  it.for(qdiscCases.map((row) => [row.tc ?? row.name!, row] as const))(
    "%s",
    { timeout: PATIENCE },
    ([, row], context) => {
      const print = row.tc && qdiscAsTc[row.tc.split(" ")[0]!];
      return prove(shop, manner, { ...row, ...(print && { print }) }, context);
    },
  );
});
