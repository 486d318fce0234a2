import { all } from "@rxnetlink/core/promises";
import { concatMap, EMPTY, lastValueFrom, tap, toArray } from "rxjs";
import { TestScheduler } from "rxjs/testing";
import { describe, expect, test, vi } from "vitest";
import { itemsOver, NEW, quiet, recorded, watch } from "../../test/support/items.js";
import { over } from "../../test/support/record.js";

describe("the pace of a replay", () => {
  /** Records notifications at 0, 10 and 1000 ms after the subscription, which ends at 1500 ms. */
  async function timed(): Promise<Uint8Array> {
    let now = 1000;
    const { transport, kernel, bytes } = recorded({ now: () => now });
    const seen = watch(itemsOver(transport).notifications$());
    await quiet();
    for (const [id, at] of [1000, 1010, 2000].entries()) {
      now = at;
      kernel.happen(NEW, { id });
    }
    now = 2500;
    seen.unsubscribe();
    return bytes();
  }

  const change = (id: number) => ({
    type: "new" as const,
    object: "item",
    value: { id },
    sequence: 0,
    portId: 0,
    flags: 0,
  });

  test("is that of a scheduler", async () => {
    const bytes = await timed();
    const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
    scheduler.run(({ expectObservable }) => {
      const items = over(bytes, { scheduler });
      const values = { a: change(0), b: change(1), c: change(2) };
      expectObservable(items.notifications$()).toBe("a 9ms b 989ms c 499ms |", values);
      expectObservable(items.notifications$(), "^ 500ms !").toBe("a 9ms b", values);
    });
  });

  test("is that of the machine", async () => {
    const bytes = await timed();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
    try {
      const { values } = watch(over(bytes, { pace: "asRecorded" }).notifications$());
      vi.advanceTimersByTime(500);
      expect(values).toEqual([change(0), change(1)]);
      vi.advanceTimersByTime(700);
      expect(values).toEqual([change(0), change(1), change(2)]);
    } finally {
      vi.useRealTimers();
    }
  });

  /** Records two notifications, with a request and its reply in between. */
  async function asked(): Promise<Uint8Array> {
    let now = 1000;
    const { transport, kernel, bytes } = recorded({ now: () => now });
    const items = itemsOver(transport);
    const seen = watch(items.notifications$());
    await quiet();
    kernel.happen(NEW, { id: 1 });
    now += 10;
    await all(items.get$({ id: 1 }));
    now += 1;
    kernel.happen(NEW, { id: 2 });
    seen.unsubscribe();
    return bytes();
  }

  test("may be none; a notification waits for a request that was recorded before it", async () => {
    const items = over(await asked());
    const order: unknown[] = [];
    // Sends its request after many turns of the event loop.
    const slowly = async (id: number) => {
      for (let turn = 0; turn < 50; turn++) await quiet();
      order.push(await all(items.get$({ id })));
    };
    await lastValueFrom(
      items.notifications$().pipe(
        tap((notification) => order.push("value" in notification ? notification.value.id : notification)),
        concatMap(({ type }) => (type === "new" && order.length === 1 ? slowly(1) : EMPTY)),
      ),
    );
    expect(order).toEqual([1, [{ id: 1 }], 2]);
  });

  test("may be none; a program that does not send a recorded request receives all notifications", async () => {
    const ids = (await all(over(await asked()).notifications$())).map((it) => "value" in it && it.value.id);
    expect(ids).toEqual([1, 2]);
  });

  test("may be none; the order is kept", async () => {
    let now = 0;
    const { transport, kernel, bytes } = recorded({ now: () => now });
    const items = itemsOver(transport);
    const seen = watch(items.notifications$());
    await quiet();
    for (const [id, at] of [
      [1, 3_600_000],
      [2, 7_200_000],
    ] as const) {
      now = at;
      kernel.happen(NEW, { id });
      await all(items.get$({ id }));
      now = at + 1;
      await all(items.list$());
    }
    seen.unsubscribe();
    const order: unknown[] = [];
    const again = over(bytes());
    await new Promise<void>((complete) =>
      again.notifications$().subscribe({
        complete,
        next(notification) {
          if (!("value" in notification)) return;
          const { id } = notification.value;
          order.push(`notified of ${id}`);
          again.get$({ id }).subscribe(() => order.push(`got ${id}`));
          again
            .list$()
            .pipe(toArray())
            .subscribe((rows) => order.push(`listed ${rows.length}`));
        },
      }),
    );
    expect(order).toEqual(["notified of 1", "got 1", "listed 1", "notified of 2", "got 2", "listed 2"]);
  });
});
