// What is listed is handed back: changed and replaced by itself, deleted, and added again.

import { all, done } from "@rxnetlink/core/promises";
import { expect, type TestContext } from "vitest";
import { olderThan } from "../bench.js";
import { type Case, kept, type Manner, skipped, type Workshop } from "./differential.js";

type Kinded = { kind?: string; options?: unknown };

async function listed<T extends Kinded>(manner: Manner<T>): Promise<T | undefined> {
  return manner.chosen(await all(manner.object.list$(manner.place)));
}

/** Makes the object of a case as tc does, or as we do where tc does not know it. */
async function make<T extends Kinded>(
  shop: Workshop,
  manner: Manner<T>,
  row: Case<T>,
  context: TestContext,
): Promise<T> {
  await shop.tc.run(manner.clear);
  if (row.since !== undefined && olderThan(row.since)) skipped(context, `it has come with ${row.since}`);
  if (row.tc !== undefined) skipped(context, await shop.tc.lacks(`${manner.add} ${row.tc}`));
  else {
    const { options, also } = row;
    await done(manner.object.add$({ ...manner.place, ...also, options } as Partial<T>)).catch((error) => {
      if (error.code === "ENOENT" || error.code === "EOPNOTSUPP") skipped(context, error.message);
      throw error;
    });
  }
  const value = await listed(manner);
  expect(value, "it is there").toBeDefined();
  return value!;
}

/** Proves that the object of a case can be handed back as it was listed. */
export async function handedBack<T extends Kinded>(
  shop: Workshop,
  manner: Manner<T>,
  row: Case<T>,
  context: TestContext,
): Promise<void> {
  const { object, chance } = manner;
  const value = await make(shop, manner, row, context);
  const same = async (what: string) =>
    expect(kept(await listed(manner), chance), what).toEqual(kept(value, chance));
  await done(object.change$(value));
  await same("changed by itself");
  await done(object.replace$(value));
  await same("replaced by itself");
  await done(object.delete$(value));
  expect(await listed(manner)).toBeUndefined();
  await done(object.add$(value));
  await same("added again");
}
