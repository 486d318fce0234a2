import { membersGate } from "@rxnetlink/testing/gates";
import { expect, it } from "vitest";
import { messages } from "./support/messages.js";
import { objects } from "./support/objects.js";

membersGate({ ...messages, atLeast: 61 });

it.each(objects)("$name has members that can be chosen", ({ layout }) => {
  expect(layout.keys?.().length).toBeGreaterThan(0);
});
