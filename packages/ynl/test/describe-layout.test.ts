// Layouts as descriptions: loaded again, they read what they wrote.

import type { AnyType } from "@rxnetlink/core/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeLayout } from "#src/describe/describe-layout.js";
import { loadSpec } from "#src/load-spec.js";
import { arbitrary } from "./support/arbitrary.js";
import { decode, encode } from "./support/codec.js";
import { reloaded } from "./support/reloaded.js";
import { smallSpec } from "./support/small-spec.js";

const { layouts } = loadSpec(smallSpec);
const item = layouts.get("itemMessage")!;
const part = (layout: AnyType, name: string) =>
  describeLayout(layout)["attribute-sets"][0]!.attributes.find((one) => one.name === name);

test.each<[string, object]>([
  ["pad", { value: 1, type: "pad" }],
  ["name", { value: 2, type: "string" }],
  ["level", { value: 7, type: "uint", enum: "small-colour" }],
  ["port", { value: 10, type: "u16", "byte-order": "big-endian" }],
  ["mask", { value: 12, type: "u32", "display-hint": "hex" }],
  ["peer", { value: 13, type: "u32", "byte-order": "big-endian", "display-hint": "ipv4" }],
  ["address", { value: 14, type: "binary", "display-hint": "ipv4-or-v6" }],
  ["numbers", { value: 19, type: "binary", "sub-type": "s32" }],
  ["shape", { value: 40, type: "binary", struct: "shape" }],
  ["tags", { value: 45, type: "string", "multi-attr": true }],
  ["children", { value: 46, type: "indexed-array", "sub-type": "nest", "nested-attributes": "item" }],
  ["table", { value: 49, type: "nest-type-value", "nested-attributes": "part" }],
  ["stat", { value: 50, type: "u64", "type-value": ["level-0"], "multi-attr": true }],
  ["data", { value: 52, type: "sub-message", selector: "kind" }],
])("%s is described", (name, described) => {
  expect(part(item, name)).toMatchObject(described);
});

test("documentation is added by whoever has it", () => {
  const docOf = (layout: string, key: string) =>
    layout === "item" && key === "on" ? "Set if on." : undefined;
  const [set] = describeLayout(item, { docOf })["attribute-sets"];
  expect(set!.attributes.find(({ name }) => name === "on")).toMatchObject({ doc: "Set if on." });
});

const clean = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === "bigint" ? `${one}n` : one)));

describe("a description that is loaded again", () => {
  test.each(["itemMessage", "circleMessage", "partMessage"])("reads what %s wrote", (name) => {
    const layout = layouts.get(name)!;
    const other = reloaded(layout, "genetlink");
    fc.assert(
      fc.property(arbitrary(layout), (value) => {
        expect(clean(decode(other, encode(layout, value)))).toEqual(clean(value));
      }),
      { numRuns: 100 },
    );
  });
});
