import { from, toArray } from "rxjs";
import { expect, test } from "vitest";
import { joined, merged } from "#src/object/joined.js";

interface Part {
  readonly id: number;
  readonly list?: string[];
  readonly set?: { readonly list?: string[]; readonly count?: number };
  readonly bytes?: Uint8Array;
}

const part = (id: number, more: Partial<Part> = {}): Part => ({ id, ...more });

function join(parts: Part[]): Part[] {
  let all: Part[] = [];
  from(parts)
    .pipe(joined<Part>({ by: ["id"] }), toArray())
    .subscribe((rows) => {
      all = rows;
    });
  return all;
}

test("messages about one object become one, those of others stay apart", () => {
  const rows = [part(1, { list: ["a"] }), part(1, { list: ["b"] }), part(2, { list: ["c"] }), part(3)];
  expect(join(rows)).toEqual([part(1, { list: ["a", "b"] }), part(2, { list: ["c"] }), part(3)]);
  expect(join([])).toEqual([]);
});

test("lists at any depth are put one behind the other, and of all else the last counts", () => {
  const one = part(1, { set: { list: ["a"], count: 1 }, bytes: Uint8Array.of(1) });
  const two = part(1, { list: ["c"], set: { list: ["b"], count: 2 }, bytes: Uint8Array.of(2) });
  expect(merged(one, two)).toEqual(
    part(1, { list: ["c"], set: { list: ["a", "b"], count: 2 }, bytes: Uint8Array.of(2) }),
  );
});
