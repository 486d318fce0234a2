import { datagram } from "@rxnetlink/testing";
import { describe, expect, test } from "vitest";
import type { MessageSet } from "#src/connection/notification.js";
import { NLM_F_DUMP_INTR, NLM_F_REPLACE } from "#src/message/nlmsg.js";
import { a, b, brief, KERNEL, setUp } from "./support/items.js";
import { badItem, ITEM_NEW, type Item, itemMessage, quiet, watch } from "./support/kernel.js";

const OTHER: MessageSet<Item> = {
  name: "other",
  layout: itemMessage,
  types: { new: 30, delete: 31 },
  groups: [2],
};

describe("watch$ after losses and ambiguous notifications", () => {
  test("after an overflow ignores outdated messages, lists, and emits only the differences", async () => {
    const { items, answer, told, overrun, drained, open } = setUp();
    const seen = watch(items.watch$());
    await answer([a, b]);
    overrun(7);
    told({ ...a, name: "stale" });
    await quiet();
    expect(open()).toBe(0);
    drained();
    await quiet();
    told({ ...b, name: "fresh" });
    await answer([{ family: 0, id: 3, name: "c" }, b]);
    expect(brief(seen.values).slice(3)).toEqual([
      "changed b>fresh",
      "added c inferred",
      "removed a inferred",
      "resync 2",
    ]);
    expect(seen.values.at(-1)).toEqual({ type: "resync", revision: 3, changes: 2, drops: 7 });
  });

  test("restarts its list after another overflow", async () => {
    const { items, answer, overrun, drained, open } = setUp();
    const seen = watch(items.watch$());
    await answer([a]);
    for (const drops of [1, 2]) {
      overrun(drops);
      drained();
      await quiet();
    }
    expect(open()).toBe(2);
    await answer([b]);
    expect(brief(seen.values).slice(2)).toEqual([]);
    await answer([a]);
    expect(brief(seen.values).slice(2)).toEqual(["resync 0"]);
  });

  test("survives an overflow before its first list", async () => {
    const { items, answer, overrun, drained } = setUp();
    const seen = watch(items.watch$());
    await quiet();
    overrun(1);
    drained();
    await answer([b]);
    await answer([a]);
    expect(brief(seen.values)).toEqual(["added a", "synced 1"]);
  });

  test("lists again, indefinitely if necessary, if the kernel interrupts the list", async () => {
    const { items, answer } = setUp();
    const seen = watch(items.watch$());
    for (let times = 0; times < 30; times++) await answer([a, b], NLM_F_DUMP_INTR);
    await answer([b]);
    expect(brief(seen.values)).toEqual(["added b", "synced 1"]);
  });

  test("lists again after an ambiguous notification", async () => {
    const { items, answer, told } = setUp({ needsRelist: ({ flags }) => (flags & NLM_F_REPLACE) !== 0 });
    const seen = watch(items.watch$());
    await answer([a]);
    told(b, ITEM_NEW, NLM_F_REPLACE);
    await answer([b]);
    expect(brief(seen.values).slice(2)).toEqual(["added b", "removed a inferred"]);
  });

  test("lists again when another object silently changes these", async () => {
    const { items, answer, told, open } = setUp({
      dependsOn: [
        { object: OTHER, identityOf: () => 1, invalidates: ({ type: event }) => event === "delete" },
      ],
    });
    const seen = watch(items.watch$());
    await answer([a, b]);
    told(a, 30);
    await quiet();
    expect(open()).toBe(0);
    told(a, 31);
    await answer([b]);
    expect(brief(seen.values).slice(3)).toEqual(["removed a inferred"]);
  });

  test("forgets the messages of the other object after a loss", async () => {
    const invalidates = ({ value }: { value: Item }, previous: Item | undefined) =>
      previous?.name !== value.name;
    const dependsOn = [{ object: OTHER, identityOf: ({ id }: Item) => id, invalidates }];
    const { items, answer, told, overrun, drained, open } = setUp({ dependsOn } as never);
    watch(items.watch$());
    await answer([a]);
    told(b, 30);
    await answer([a]);
    told(b, 30);
    await quiet();
    expect(open()).toBe(0);
    overrun(1);
    drained();
    await answer([a]);
    told(b, 30);
    await quiet();
    expect(open()).toBe(1);
  });

  test("tracks two dependencies on the same object separately", async () => {
    const renamed = ({ value }: { value: Item }, previous: Item | undefined) => previous?.name !== value.name;
    const reasons = [() => false, renamed];
    const dependsOn = reasons.map((invalidates) => ({ object: OTHER, identityOf: () => 1, invalidates }));
    const { items, answer, told, open } = setUp({ dependsOn } as never);
    watch(items.watch$());
    await answer([a]);
    told(a, 30);
    await answer([a]);
    told(b, 30);
    await quiet();
    expect(open()).toBe(1);
  });

  test("lists again after an undecodable message", async () => {
    const { items, answer, transport } = setUp();
    const seen = watch(items.watch$());
    await answer([a]);
    const [socket] = [...transport.sockets].filter(({ options }) => options.groups !== undefined);
    socket?.deliver(datagram(badItem(KERNEL), { group: 1 }));
    await answer([]);
    expect(brief(seen.values).slice(2)).toEqual(["removed a inferred"]);
  });
});
