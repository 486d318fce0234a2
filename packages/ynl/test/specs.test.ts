// Every description that the kernel has, as far as it is here.

import type { AnyType } from "@rxnetlink/core/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadSpec } from "#src/load-spec.js";
import { arbitrary } from "./support/arbitrary.js";
import { decode, encode } from "./support/codec.js";
import { specNames, specText, whyNoSpecs } from "./support/specs.js";

/** Runs of each property: there are 1,000 layouts. */
const RUNS = 20;

/** Returns a value without members that are `undefined`. */
const clean = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === "bigint" ? `${one}n` : one)));

/** True if a layout has members: others are tested with the schema. */
const isWhole = (layout: AnyType) => "set" in layout || "fields" in layout || "header" in layout;

if (whyNoSpecs !== undefined) test.skip(`descriptions (skipped: ${whyNoSpecs})`, () => {});

describe.each(specNames)("the description %s", (name) => {
  const spec = loadSpec(specText(name));
  const layouts = [...spec.layouts].filter(([, layout]) => isWhole(layout));

  test("declares operations", () => {
    expect(spec.name).toBe(name);
    expect(Object.keys(spec.operations).length).toBeGreaterThan(1);
  });

  test.each(layouts)("layout %s returns what was written", (_, layout) => {
    fc.assert(
      fc.property(arbitrary(layout), (value) => {
        expect(clean(decode(layout, encode(layout, value)))).toEqual(clean(value));
      }),
      { numRuns: RUNS },
    );
  });
});
