import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Snapshots } from "#src/state/snapshots.js";

const box = (value: number) => ({ value });

describe("snapshots", () => {
  test("keep the content of the moment they were taken", () => {
    const key = fc.integer({ min: 0, max: 40 });
    const step = fc.oneof(
      fc.record({ does: fc.constant("set" as const), key, value: fc.integer().map(box) }),
      fc.record({ does: fc.constant("delete" as const), key }),
      fc.record({ does: fc.constant("take" as const), key }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const snapshots = new Snapshots<number, { value: number }>();
        const model = new Map<number, { value: number }>();
        const taken: [ReadonlyMap<number, object>, Map<number, object>][] = [];
        for (const one of steps) {
          if (one.does === "set") {
            snapshots.set(one.key, one.value);
            model.set(one.key, one.value);
          } else if (one.does === "delete") {
            snapshots.delete(one.key);
            model.delete(one.key);
          } else taken.push([snapshots.take(), new Map(model)]);
        }
        for (const [snapshot, then] of taken) {
          expect(new Map(snapshot)).toEqual(then);
          expect(snapshot.size).toBe(then.size);
          expect([...snapshot.keys()].every((key) => snapshot.get(key) === then.get(key))).toBe(true);
          for (let key = 0; key <= 40; key++) expect(snapshot.has(key)).toBe(then.has(key));
          expect(new Set(snapshot.values())).toEqual(new Set(then.values()));
        }
      }),
    );
  });

  test("are read like any map", () => {
    const snapshots = new Snapshots<string, { value: number }>();
    for (const key of ["a", "b", "c"]) snapshots.set(key, box(1));
    snapshots.take();
    snapshots.set("b", box(2));
    snapshots.delete("c");
    snapshots.set("d", box(4));
    const taken = snapshots.take();
    const seen: unknown[] = [];
    taken.forEach((value, key, map) => {
      seen.push([key, value.value, map === taken]);
    });
    const expected = [
      ["a", 1, true],
      ["b", 2, true],
      ["d", 4, true],
    ];
    expect(seen).toEqual(expected);
    expect([...taken.entries()]).toEqual([...taken]);
    expect(taken).toEqual(new Map([...taken]));
    expect(taken).not.toEqual(new Map());
    expect(String(taken)).toBe("[object Map]");
  });

  test("use no memory for entries that come and go", () => {
    const snapshots = new Snapshots<number, { value: number }>();
    for (let key = 0; key < 10_000; key++) snapshots.set(key, box(key));
    snapshots.take();
    let most = 0;
    for (let key = 10_000; key < 700_000; key++) {
      snapshots.set(key, box(key));
      snapshots.delete(key);
      most = Math.max(most, snapshots.remembered);
    }
    expect(most).toBeLessThan(300);
    expect(snapshots.now.size).toBe(10_000);
    expect(snapshots.take().size).toBe(10_000);
  });
});
