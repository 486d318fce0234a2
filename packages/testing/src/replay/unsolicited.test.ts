import { SystemError } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { lastValueFrom } from "rxjs";
import { describe, expect, test } from "vitest";
import { DELETE, GROUP, type Items, NEW, quiet, watch } from "../../test/support/items.js";
import { failure, over, record } from "../../test/support/record.js";

describe("notifications of a replay", () => {
  const notifications = (items: Items) => items.notifications$();

  test("are replayed as recorded, and end with the recording", async () => {
    let then: unknown;
    let cut = 0;
    const bytes = await record(async (items, { kernel, bytes }) => {
      const seen = watch(notifications(items));
      await quiet();
      kernel.happen(NEW, { id: 3 });
      kernel.listeners[0]!.deliver({ type: "overrun", drops: 2 });
      kernel.listeners[0]!.deliver({ type: "drained" });
      cut = bytes().length + 40;
      kernel.happen(DELETE, { id: 3 });
      then = seen.values;
      seen.unsubscribe();
    });
    expect(then).toHaveLength(4);
    expect(await all(notifications(over(bytes)))).toEqual(then);
    expect(await all(notifications(over(bytes.subarray(0, cut))))).toEqual((then as unknown[]).slice(0, 3));
  });

  test("of a second subscription are those of the second recorded one", async () => {
    const bytes = await record(async (items, { kernel }) => {
      for (const id of [3, 4]) {
        const seen = watch(notifications(items));
        await quiet();
        kernel.happen(NEW, { id });
        seen.unsubscribe();
      }
    });
    const items = over(bytes);
    const ids = async () => (await all(notifications(items))).map((one) => "value" in one && one.value.id);
    expect([await ids(), await ids(), await ids()]).toEqual([[3], [4], [4]]);
  });

  test("keep a state correct, and recognize changes by the program", async () => {
    const program = async (items: Items, happen: () => void) => {
      const seen = watch(items.watch$());
      while (seen.values.at(-1)?.type !== "synced") await quiet();
      await all(items.add$({ id: 3 }));
      happen();
      return seen;
    };
    let then: unknown;
    const bytes = await record(async (items, { kernel }) => {
      const { values } = await program(items, () => kernel.happen(NEW, { id: 4 }));
      then = values;
    });
    expect(then).toMatchObject([
      { type: "added" },
      { type: "added" },
      { type: "synced" },
      { type: "added", origin: "self", current: { id: 3 } },
      { type: "added", origin: "other", current: { id: 4 } },
    ]);
    const again = await program(over(bytes), () => {});
    await again.ended;
    expect(again.values).toEqual(then);
    expect(await lastValueFrom(over(bytes).state$())).toEqual(
      new Map([1, 2, 3, 4].map((id) => [id, expect.anything()])),
    );
  });

  test("end with the recorded error", async () => {
    const bytes = await record(async (items, { kernel }) => {
      const seen = watch(notifications(items));
      await quiet();
      kernel.listeners[0]!.fail(new SystemError("recvmsg", 12));
      await seen.ended;
    });
    expect(await failure(notifications(over(bytes)))).toEqual(new SystemError("recvmsg", 12));
  });

  test("are missing for groups that no socket listened to", async () => {
    const bytes = await record((items) => all(items.list$()));
    expect(await failure(notifications(over(bytes)))).toMatchObject({
      name: "NotRecordedError",
      missing: `the multicast group ${GROUP} of protocol 7`,
      recorded: [],
    });
  });
});
