import { Writer } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { elementList, elementWriter } from "#src/nftables/element/element-writer.js";
import type { RawElement } from "#src/nftables/element/layout.js";

const key = (...bytes: number[]): RawElement => ({ key: { value: Uint8Array.from(bytes) } });

/** The bytes of elements, written by a function. */
function written(elements: RawElement[], writerOf: (out: Writer) => (element: RawElement) => void) {
  const out = new Writer(16, true);
  const write = writerOf(out);
  for (const element of elements) write(element);
  return [...out.take()];
}

test.each<[string, RawElement[]]>([
  ["keys of one length", [key(1, 2, 3, 4), key(5, 6, 7, 8), key(9, 9, 9, 9)]],
  ["keys with padding", [key(1, 2), key(3, 4), key(5)]],
  ["keys of other lengths between them", [key(1), key(1, 2, 3, 4, 5), key(6), key(7)]],
  ["elements with more", [key(1), { ...key(2), timeout: 5n }, key(3), { ...key(4), flags: 1 }, key(5)]],
  ["elements without a key", [{ flags: 2 }, key(1), { flags: 2 }, key(2)]],
  ["verdicts as keys", [key(1), { key: { ...key(2).key, verdict: { code: "drop" } } }, key(3)]],
])("%s are written as by the layout", (_, elements) => {
  const byLayout = (out: Writer) => (element: RawElement) => elementList.write(out, [element]);
  expect(written(elements, elementWriter)).toEqual(written(elements, byLayout));
});
