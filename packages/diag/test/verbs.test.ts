import { definitionOf } from "@rxnetlink/core";
import { verbsGate } from "@rxnetlink/testing/gates";
import { expect, test } from "vitest";
import { bound, messageSets } from "./support/objects.js";

verbsGate(bound);

test("all objects are there", () => {
  const names = bound.map(([, object]) => definitionOf(object).name);
  expect(messageSets.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
});
