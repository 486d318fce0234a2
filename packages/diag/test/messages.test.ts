// The golden files of each object, forwards, backwards, mutated and as JSON.
import { existsSync } from "node:fs";
import { goldenGate, jsonGate, membersGate, mutationGate } from "@rxnetlink/testing/gates";
import { describe, expect, test } from "vitest";
import { messagesOf } from "./support/messages.js";
import { messageSets } from "./support/objects.js";

const all = [...messagesOf].filter(([, { folder }]) => existsSync(folder));

/** Sockets whose messages were assembled by hand only. */
const BY_HAND = new Set(["tipc"]);

describe.each(all)("messages of %s", (name, messages) => {
  const atLeast = BY_HAND.has(name) ? 0 : 1;
  describe("golden files", () => goldenGate({ ...messages, atLeast }));
  describe("JSON", () => jsonGate(messages));
  describe("members", () => membersGate({ ...messages, atLeast }));
  describe("mutations", () => mutationGate(messages));
});

test("every object has golden files", () => {
  expect(all.map(([name]) => name).sort()).toEqual(messageSets.map(({ name }) => name).sort());
});
