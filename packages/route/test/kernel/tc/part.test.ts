import { all, done } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import type { Action } from "#src/tc/action/act.js";
import { actionParts, classParts, filterParts, type Part, qdiscParts } from "../../iproute2/tc/part.js";
import { whyNotRoot } from "../../support/privilege.js";
import {
  kept,
  type Manner,
  openWorkshop,
  PATIENCE,
  skipped,
  type Workshop,
} from "../../support/tc/differential.js";
import { actions, classes, filters, qdiscs } from "../../support/tc/manners.js";
import { emptied, released } from "../../support/tc/released.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`changes of a part are not tried: ${why}`);
const whyNoActions = whyNotRoot();

type Kinded = { kind?: string; options?: unknown };
const named = <R extends Part<never>>(rows: readonly R[]) =>
  rows.map((row) => [`${JSON.stringify(kept(row.part))} of ${row.tc}`, row] as const);

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value with a part of it changed. */
function overlaid(value: unknown, part: unknown): unknown {
  if (!isPlain(part) || !isPlain(value)) return part;
  const changed = Object.entries(part).map(([key, it]) => [
    key,
    overlaid((value as Record<string, unknown>)[key], it),
  ]);
  return { ...value, ...Object.fromEntries(changed) };
}

describe.skipIf(why !== undefined)("what is not named stays as it was", () => {
  let shop: Workshop;

  beforeAll(async () => {
    shop = await openWorkshop();
  }, PATIENCE);
  afterAll(() => shop?.close());

  const bare = () => emptied(shop);
  const unheld = (manner: Manner<Action>) => released(shop, manner);

  async function changed<T extends Kinded>(
    manner: Manner<T>,
    { tc, part, follows = {} }: Part<T>,
    context: TestContext,
  ) {
    await shop.tc.run(manner.clear);
    skipped(context, await shop.tc.lacks(`${manner.add} ${tc}`));
    const one = async () => manner.chosen(await all(manner.object.list$(manner.place)));
    const before = (await one())!;
    await done(
      manner.object.change$({ ...manner.place, ...manner.key(before), options: part } as Partial<T>),
    );
    const options = overlaid(overlaid(kept(before.options), kept(part)), kept(follows));
    // Some counters say settings too.
    const counted = [...(manner.chance ?? []), "stats", "stats2", "xstats"];
    expect(kept(await one(), counted)).toEqual(kept({ ...before, options }, counted));
  }

  it.for(named(qdiscParts))("qdisc: %s", { timeout: PATIENCE }, async ([, row], context) => {
    await bare();
    await changed(qdiscs(shop), row, context);
  });

  it.for(named(classParts))("class: %s", { timeout: PATIENCE }, async ([, row], context) => {
    await bare();
    skipped(context, await shop.tc.lacks(`qdisc add dev v0 root handle 1: ${row.qdisc}`));
    await changed(classes(shop), row, context);
  });

  it.for(named(filterParts))("filter: %s", { timeout: PATIENCE }, async ([, row], context) => {
    await bare();
    skipped(context, await shop.tc.lacks("qdisc add dev v0 clsact"));
    await changed(filters(shop), row, context);
  });

  it.skipIf(whyNoActions !== undefined).for(named(actionParts))(
    "action: %s",
    { timeout: PATIENCE },
    async ([, row], context) => {
      const manner = actions(shop, row.tc.split(" ")[0]!);
      await unheld(manner);
      await changed(manner, row, context);
    },
  );

  it("the size table of a qdisc whose limit changes", { timeout: PATIENCE }, async (context) => {
    await bare();
    const manner = qdiscs(shop);
    skipped(
      context,
      await shop.tc.lacks(`${manner.add} stab linklayer atm overhead 20 mpu 64 pfifo limit 7`),
    );
    const one = async () => manner.chosen(await all(manner.object.list$(manner.place)))!;
    const before = await one();
    await done(shop.nl.qdisc.change$({ ...manner.place, options: { pfifo: { limit: 8 } } }));
    expect(kept(await one())).toEqual(kept({ ...before, options: { pfifo: { limit: 8 } } }));
  });
});
