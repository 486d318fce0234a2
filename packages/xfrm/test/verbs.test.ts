import { definitionOf } from "@rxnetlink/core";
import { verbsGate } from "@rxnetlink/testing/gates";
import { expect, test } from "vitest";
import { bound, messageSets } from "./support/objects.js";

verbsGate(bound);

test("all objects are there", () => {
  const defined = messageSets.filter((one) => "verbs" in one).map(({ name }) => name);
  const names = bound.map(([, object]) => definitionOf(object).name);
  expect(defined.filter((name) => !names.includes(name))).toEqual([]);
});
