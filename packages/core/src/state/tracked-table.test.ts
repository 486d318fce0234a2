import { EMPTY, Subject } from "rxjs";
import { expect, test } from "vitest";
import type { ChangeNotification } from "#src/connection/notification.js";
import { all } from "#src/promises.js";
import { TrackedTable } from "#src/state/tracked-table.js";

interface One {
  readonly id: number;
}

const change = (id: number, event: "new" | "delete"): ChangeNotification<One> => ({
  type: event,
  object: "one",
  value: { id },
  sequence: 0,
  portId: 0,
  flags: 0,
});

/** Adds and removes objects one after the other. */
function comeAndGo(tracked: TrackedTable<One>, count: number): void {
  for (let id = 0; id < count; id++)
    for (const event of ["new", "delete"] as const)
      for (const difference of tracked.apply(change(id, event))) expect(difference).toBeDefined();
}

test("remembers notifications only while a list is read", async () => {
  const state = { identityOf: ({ id }: One) => id };
  const listed$ = new Subject<One>();
  const tracked = new TrackedTable<One>({
    name: "one",
    state,
    list$: (each) => listed$.pipe(each),
    barrier$: EMPTY,
  });
  const listed = all(tracked.beginList());
  comeAndGo(tracked, 3);
  expect(tracked.seenDuringList).toBe(3);
  for (const id of [1, 7777]) listed$.next({ id });
  listed$.complete();
  expect([...tracked.endList(await listed)]).toEqual([{ type: "added", current: { id: 7777 } }]);
  comeAndGo(tracked, 1000);
  expect(tracked.seenDuringList).toBe(0);
  expect(tracked.table.rows.size).toBe(1);
});
