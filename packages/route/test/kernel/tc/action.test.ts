import { all, done } from "@rxnetlink/core/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actionParms } from "#src/tc/action/act-gen.js";
import { actionCases } from "../../iproute2/tc/action.js";
import { whyNotRoot } from "../../support/privilege.js";
import { openWorkshop, PATIENCE, prove, skipped, type Workshop } from "../../support/tc/differential.js";
import { actions } from "../../support/tc/manners.js";

const why = whyNotRoot();
if (why !== undefined) console.log(`actions are not compared with tc: ${why}`);

describe.skipIf(why !== undefined)("actions as tc makes and prints them", () => {
  let shop: Workshop;

  beforeAll(async () => {
    shop = await openWorkshop();
  }, PATIENCE);
  afterAll(() => shop?.close());

  const manner = (kind: string) => actions(shop, kind);

  it.for(actionCases.map((row) => [row.tc ?? row.name!, row] as const))(
    "%s",
    { timeout: PATIENCE },
    ([words, row], context) => prove(shop, manner(words.split(" ")[0]!), row, context),
  );

  it("come by the hundred, and go at once", { timeout: PATIENCE }, async (context) => {
    skipped(context, await shop.tc.lacks("actions add action gact drop index 1"));
    const drops = Array.from({ length: 99 }, (_, i) => ({
      options: { gact: { parms: actionParms("shot", i + 2) } },
    }));
    await all(shop.nl.action.batch$("add", drops));
    const listed = await all(shop.nl.action.list$({ kind: "gact" }));
    expect(listed.map(({ index }) => index).sort((a, b) => a! - b!)).toEqual(
      Array.from({ length: 100 }, (_, i) => i + 1),
    );
    await done(shop.nl.action.flushAll$("gact"));
    expect(await all(shop.nl.action.list$({ kind: "gact" }))).toEqual([]);
  });
});
