import { expect, test } from "vitest";
import { identityBy } from "#src/state/identity.js";
import type { Item } from "../../test/support/kernel.js";

test("identityBy joins members, absent ones too", () => {
  const identity = identityBy<Item>("family", "id", "name");
  expect(identity({ family: 2, name: "x" })).toBe("2  x");
});
