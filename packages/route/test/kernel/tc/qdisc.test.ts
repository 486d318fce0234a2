import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { Qdisc } from "#src/tc/qdisc/layout.js";
import { qdiscCases } from "../../iproute2/tc/qdisc.js";
import { qdiscAsTc } from "../../iproute2/tc/qdisc-as-tc.js";
import { type Manner, openWorkshop, PATIENCE, prove, type Workshop } from "../../support/tc/differential.js";
import { qdiscs } from "../../support/tc/manners.js";

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
