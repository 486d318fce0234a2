import { all } from "@rxnetlink/core/promises";
import { expect } from "vitest";
import type { Action } from "#src/tc/action/act.js";
import { type Manner, PATIENCE, type Workshop } from "./differential.js";

/** Takes away what the link has got from a test. */
export async function emptied({ tc }: Workshop): Promise<void> {
  await tc.run("qdisc del dev v0 root");
  await tc.run("qdisc del dev v0 clsact");
}

/** Takes all away; an action is kept for a while after its filter has gone. */
export async function released(shop: Workshop, manner: Manner<Action>): Promise<void> {
  await emptied(shop);
  const left = async () => {
    await shop.tc.run(manner.clear);
    return (await all(manner.object.list$(manner.place))).length;
  };
  await expect.poll(left, { timeout: PATIENCE }).toBe(0);
}
