import { definitionOf } from "@rxnetlink/core";
import { verbsGate } from "@rxnetlink/testing/gates";
import { expect, test } from "vitest";
import { bound, messageSets } from "./support/objects.js";

verbsGate(bound);

test("all objects are there", () => {
  const defined = messageSets.filter((one) => "verbs" in one).map(({ name }) => name);
  expect(bound.map(([, object]) => definitionOf(object).name).sort()).toEqual(defined.sort());
});
