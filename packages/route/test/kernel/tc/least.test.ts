import { EncodeError } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import type { Action } from "#src/tc/action/act.js";
import {
  type Least,
  leastActions,
  leastClasses,
  leastFilters,
  leastQdiscs,
  missingActions,
  missingClasses,
  missingFilters,
  missingQdiscs,
} from "../../iproute2/tc/least.js";
import { whyNotRoot } from "../../support/privilege.js";
import {
  kept,
  type Manner,
  openWorkshop,
  PATIENCE,
  shown,
  skipped,
  type Workshop,
} from "../../support/tc/differential.js";
import { actions, classes, filters, qdiscs } from "../../support/tc/manners.js";
import { emptied, released } from "../../support/tc/released.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`what tc fills in is not compared: ${why}`);
const whyNoActions = whyNotRoot();

type Kinded = { kind?: string; options?: unknown };

describe.skipIf(why !== undefined)("what is left out is as tc has it", () => {
  let shop: Workshop;

  beforeAll(async () => {
    shop = await openWorkshop();
  }, PATIENCE);
  afterAll(() => shop?.close());

  const bare = () => emptied(shop);
  const unheld = (manner: Manner<Action>) => released(shop, manner);

  async function look<T extends Kinded>(manner: Manner<T>): Promise<[unknown, string]> {
    const value = manner.chosen(await all(manner.object.list$(manner.place)));
    const said = await shown(shop, manner.show);
    await shop.tc.run(manner.clear);
    return [kept(value, manner.chance), said];
  }

  async function same<T extends Kinded>(
    manner: Manner<T>,
    [tc, options, also]: Least<T>,
    context: TestContext,
  ) {
    await shop.tc.run(manner.clear);
    skipped(context, await shop.tc.lacks(`${manner.add} ${tc}`));
    const theirs = await look(manner);
    await done(manner.object.add$({ ...manner.place, ...also, options } as Partial<T>));
    expect(await look(manner)).toEqual(theirs);
  }

  it.for(leastQdiscs)("qdisc %s", { timeout: PATIENCE }, async (row, context) => {
    await bare();
    await same(qdiscs(shop), row, context);
  });

  it.for(leastClasses)("class of %s: %s", { timeout: PATIENCE }, async ([qdisc, ...row], context) => {
    await bare();
    skipped(context, await shop.tc.lacks(`qdisc add dev v0 root handle 1: ${qdisc}`));
    await same(classes(shop), row, context);
  });

  it.for(leastFilters)("filter %s", { timeout: PATIENCE }, async (row, context) => {
    await bare();
    skipped(context, await shop.tc.lacks("qdisc add dev v0 clsact"));
    await same(filters(shop), row, context);
  });

  it.skipIf(whyNoActions !== undefined).for(leastActions.map((row) => [row(0)[0], row] as const))(
    "action %s",
    { timeout: PATIENCE },
    async ([words, row], context) => {
      const manner = actions(shop, words.split(" ")[0]!);
      await unheld(manner);
      await same(manner, row(shop.index.w0!), context);
    },
  );

  it("a size table", { timeout: PATIENCE }, async (context) => {
    const rows = [
      ["stab linklayer atm", { base: { linklayer: 2 } }],
      ["stab linklayer ethernet overhead 20", { base: { linklayer: 1, overhead: 20 } }],
      ["stab linklayer ethernet mpu 64", { base: { linklayer: 1, mpu: 64 } }],
    ] as const;
    const manner = qdiscs(shop);
    for (const [words, stab] of rows) {
      await bare();
      skipped(context, await shop.tc.lacks(`${manner.add} ${words} pfifo limit 5`));
      const theirs = await look(manner);
      await done(shop.nl.qdisc.add$({ ...manner.place, stab, options: { pfifo: { limit: 5 } } }));
      expect(await look(manner), words).toEqual(theirs);
    }
  });

  const refused = async (error$: Promise<unknown>, path: string) => {
    const error = await error$.catch((it: unknown) => it);
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toMatchObject({ path: expect.stringContaining(path), reason: "is missing" });
  };

  it.for(missingQdiscs)("qdisc %j lacks %s", ([options, path]) =>
    refused(done(shop.nl.qdisc.add$({ ifindex: shop.index.v0!, options })), path),
  );
  it.for(missingClasses)("class %j lacks %s", ([options, path]) =>
    refused(done(shop.nl.class.add$({ ifindex: shop.index.v0!, handle: 0x10001, options })), path),
  );
  it.for(missingFilters)("filter %j lacks %s", ([options, path]) =>
    refused(done(shop.nl.filter.add$({ ifindex: shop.index.v0!, options })), path),
  );
  it.for(missingActions)("action %j lacks %s", ([options, path]) =>
    refused(done(shop.nl.action.add$({ options })), path),
  );
});
