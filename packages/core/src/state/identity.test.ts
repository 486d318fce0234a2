import { expect, test } from "vitest";
import type { Item } from "../kernel.test.util.js";
import { identityBy } from "./identity.js";

test("identityBy joins members, absent ones too", () => {
  const identity = identityBy<Item>("family", "id", "name");
  expect(identity({ family: 2, name: "x" })).toBe("2  x");
});
