import { expect, test } from "vitest";
import { encodedElements } from "#src/nftables/element/chunks.js";
import { decodeElements, elementEncoder } from "#src/nftables/element/codec.js";
import type { Element, ElementKey } from "#src/nftables/element/element.js";

const ADDRESSES = { keyType: "ipv4_addr", flags: { interval: true } } as const;
const PAIRS = { keyType: "ipv4_addr . inet_service", flags: { interval: true, concat: true } } as const;
const range = (from: string | number, to: string | number) => ({ type: "range", from, to }) as const;

/** Keys as text, with the flags of the kernel: `c0000200 end`. */
const shown = (set: object, key: ElementKey) =>
  elementEncoder(set as typeof ADDRESSES)(key).map(({ key: one, keyEnd, flags }) =>
    [one, keyEnd]
      .map((data) => data?.value && Buffer.from(data.value).toString("hex"))
      .concat(flags === 1 ? "end" : flags === 2 ? "other" : [])
      .filter(Boolean)
      .join(" "),
  );

test.each([
  ["192.0.2.1", ["c0000201", "c0000202 end"]],
  ["192.0.2.77/24", ["c0000200", "c0000300 end"]],
  [range("192.0.2.1", "192.0.2.3"), ["c0000201", "c0000204 end"]],
  ["255.255.255.255", ["ffffffff"]],
  ["0.0.0.0/0", ["00000000"]],
])("an interval of one field is two elements, except the last: %o", (key, expected) => {
  expect(shown(ADDRESSES, key)).toEqual(expected);
});

test.each([
  [["192.0.2.0/24", 80], ["c000020000500000 c00002ff00500000"]],
  [["192.0.2.1", range(80, 90)], ["c000020100500000 c0000201005a0000"]],
])("one of several fields has both its ends: %o", (key, expected) => {
  expect(shown(PAIRS, key)).toEqual(expected);
});

test("numbers of intervals are compared byte by byte, whatever their order else", () => {
  expect(shown({ keyType: "mark", flags: 4 }, 5)).toEqual(["00000005", "00000006 end"]);
  expect(shown({ keyType: "inet_service" }, 80)).toEqual(["0050"]);
});

test("what is not valid is refused, with its place", () => {
  const encode = (set: object, element: Element | ElementKey) => () =>
    elementEncoder(set as typeof PAIRS)(element);
  expect(encode({ keyType: "ipv4_addr" }, "192.0.2.0/24")).toThrow("flag interval");
  expect(encode(ADDRESSES, range("192.0.2.3", "192.0.2.1"))).toThrow("ends before it begins");
  expect(encode(ADDRESSES, "192.0.2.0/33")).toThrow("no prefix");
  expect(encode(PAIRS, "192.0.2.1")).toThrow("1 fields instead of 2");
  expect(encode(ADDRESSES, { key: "192.0.2.1", data: 5 })).toThrow("data: the set is no map");
  expect(encode({ keyType: "ipv4_addr" }, { key: "x" })).toThrow("key: ");
  expect(encode({}, "x")).toThrow("keyType: is missing");
});

const LISTS: readonly (readonly [object, readonly Element[]])[] = [
  [
    ADDRESSES,
    [{ key: "0.0.0.0/8" }, { key: "1.0.0.0" }, { key: range("1.0.0.1", "9.0.0.0") }, { key: "255.0.0.0/8" }],
  ],
  [ADDRESSES, [{ key: "0.0.0.0/0", comment: "all" }]],
  [PAIRS, [{ key: ["10.0.0.0/8", range(1, 9)] }, { key: ["1.2.3.4", 5] }]],
  [{ keyType: "ipv6_addr", dataType: "mark", flags: 8 }, [{ key: "2001:db8::1", data: 7 }, { data: 9 }]],
  [{ keyType: "ct_label" }, [{ key: Uint8Array.of(...new Uint8Array(15), 1) }]],
  [{ keyType: "time" }, [{ key: 5n, timeout: 9n, expiration: 3n }]],
];
test.each(LISTS)("of %o, all is read as it was written", (set, elements) => {
  const encode = elementEncoder(set as typeof ADDRESSES);
  const raws = elements.flatMap(encode);
  expect(decodeElements(set, raws)).toEqual(elements);
  expect(decodeElements(set, raws.reverse())).toHaveLength(elements.length);
});

test("many elements fill chunks, which know whose they are", () => {
  const elements = Array.from({ length: 5000 }, (_, i) => `10.${i >> 8}.${i & 255}.0/24`);
  const chunks = [...encodedElements({ set: ADDRESSES, elements })];
  expect(chunks.length).toBeGreaterThan(1);
  expect(Math.max(...chunks.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(0xffff - 4);
  const sources = chunks.flatMap((chunk) => chunk.sources);
  expect(sources).toEqual(elements.flatMap((_, i) => [i, i]));
  expect(() => [...encodedElements({ set: ADDRESSES, elements: ["1.1.1.1", "x"] })]).toThrow("elements[1]: ");
});
