import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { Filter } from "#src/tc/filter/filter.js";
import { filterCases } from "../../iproute2/tc/filter.js";
import { flowerCases } from "../../iproute2/tc/flower.js";
import {
  type Manner,
  openWorkshop,
  PATIENCE,
  prove,
  skipped,
  type Workshop,
} from "../../support/tc/differential.js";
import { filters } from "../../support/tc/manners.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`filters are not compared with tc: ${why}`);

describe.skipIf(why !== undefined)("filters as tc makes and prints them", () => {
  let shop: Workshop;
  let manner: Manner<Filter>;
  let lacking: string | undefined;

  beforeAll(async () => {
    shop = await openWorkshop();
    lacking = await shop.tc.lacks("qdisc add dev v0 clsact");
    manner = filters(shop);
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
