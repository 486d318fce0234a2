import { EncodeError } from "@rxnetlink/core";
import { expect, test } from "vitest";
import { transactionFromJson, transactionToJson } from "#src/nftables/transaction/json.js";
import { formatTransaction } from "#src/nftables/transaction/text.js";
import { transaction } from "#src/nftables/transaction/transaction.js";

const filter = { family: "inet", table: "filter" } as const;
const set = { ...filter, name: "s", keyType: "ct_label . ipv4_addr", timeout: 5n } as const;
const first = { ...filter, chain: "c", expressions: [{ data: { counter: { packets: 7n } } }], comment: "a" };
const all = transaction()
  .add("table", { family: "inet", name: "filter", flags: { dormant: true } })
  .add("set", set)
  .add("element", {
    set,
    elements: [
      [Uint8Array.of(1, 2), "192.0.2.1"],
      { key: "x", timeout: 9n, verdict: { code: "drop" } },
      { key: { type: "range", from: 1, to: 2 } },
    ],
  })
  .append(first)
  .after(first, { ...first, comment: "b" })
  .before({ ...filter, chain: "c", handle: 4n }, first)
  .append({
    ...first,
    sets: [{ id: 1, name: "__set%d", keyType: "mark", elements: [{ key: { value: Uint8Array.of(9) } }] }],
  })
  .delete("rule", { ...filter, chain: "c", handle: 5n })
  .flush("set", { ...filter, name: "s" })
  .flush("ruleset", { family: "inet" });

test("a transaction goes to JSON and back", () => {
  const text = JSON.stringify(transactionToJson(all));
  const again = transactionFromJson(JSON.parse(text));
  expect(JSON.stringify(transactionToJson(again))).toBe(text);
  expect(again.steps).toHaveLength(all.steps.length);
  expect(again.steps[3]?.value).toEqual(first);
  const placed = again.steps[4] as { there?: unknown };
  expect(placed.there).toBe(again.steps[3]?.value);
  expect(again.steps[5]).toEqual(all.steps[5]);
  expect(again.steps[6]).toEqual(all.steps[6]);
  expect(again.steps[7]).toEqual(all.steps[7]);
});

test.each([
  [[{ type: "add", kind: "chian", value: {} }], "[0].kind"],
  [[{ type: "add", kind: "table", value: { nam: "x" } }], "[0].value.nam"],
  [[{ type: "before", kind: "rule", value: {}, there: { handel: 1 } }], "[0].there.handel"],
  [["x"], "[0]"],
  [{}, ""],
])("%j is refused, with its place", (json, path) => {
  const attempt = () => transactionFromJson(json as never);
  expect(attempt).toThrow(EncodeError);
  try {
    attempt();
  } catch (error) {
    expect((error as EncodeError).path).toBe(path);
  }
});

test("a transaction is printed a step a line", () => {
  const many = Array.from({ length: 12 }, (_, i) => `192.0.2.${i}`);
  const numbers = { ...filter, name: "n", keyType: "ipv4_addr" } as const;
  const changes = all.add("element", { set: numbers, elements: many });
  expect(formatTransaction(changes).split("\n")).toMatchObject([
    "add table inet filter {flags: {dormant: true}}",
    'add set inet filter s {keyType: "ct_label . ipv4_addr",timeout: 5}',
    expect.stringContaining("add element inet filter s {"),
    'append rule inet filter c [ counter pkts 7 bytes 0 ] {comment: "a"}',
    'after rule inet filter c [ counter pkts 7 bytes 0 ] {comment: "b"}',
    'before rule inet filter c handle 4 [ counter pkts 7 bytes 0 ] {comment: "a"}',
    'append rule inet filter c [ counter pkts 7 bytes 0 ] {comment: "a"}',
    "delete rule inet filter c handle 5",
    "flush set inet filter s",
    "flush ruleset inet",
    expect.stringMatching(/^add element inet filter n { 192\.0\.2\.0, .*, … 2 more }$/),
  ]);
});
