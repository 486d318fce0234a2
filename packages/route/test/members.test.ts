// Layouts limited to some members read these as the whole layouts do.
import { endianness } from "node:os";
import { type AnyType, NLMSG_HDRLEN } from "@rxnetlink/core/schema";
import { decodeMessage, golden, layoutsOf } from "@rxnetlink/testing/golden";
import { describe, expect, it } from "vitest";
import { objects } from "./support/objects.js";

const layoutOf = layoutsOf(...objects);
const messages = ["", "by-hand/"].flatMap((folder) =>
  golden(new URL(`../../test/golden/${folder}`, import.meta.url)).flatMap(({ name, bytes }) => {
    const { layout, value } = decodeMessage(bytes, layoutOf);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return layout.only === undefined ? [] : [{ name, layout, view, value: value as Record<string, unknown> }];
  }),
);

/** Number of messages that the usual order of attributes is learned from, and one more. */
const LEARNED = 65;

/** Reads one message again and again, as in a dump. */
function read(layout: AnyType, view: DataView): Record<string, unknown> {
  let value = {};
  for (let times = 0; times < LEARNED; times++) value = layout.read(view, NLMSG_HDRLEN, view.byteLength);
  return value;
}

describe.skipIf(endianness() === "BE")("a layout limited to some members", () => {
  it("has many messages to prove it", () => expect(messages.length).toBeGreaterThan(60));

  it.each(messages)("reads each member of $name as before", ({ layout, view, value }) => {
    for (const [key, expected] of Object.entries(value)) {
      const limited = layout.only!(new Set([key]));
      expect(read(limited, view)[key], key).toEqual(expected);
    }
  });

  it.each(messages)("skips the other members of $name", ({ layout, view, value }) => {
    const known = new Set([...layout.keys!(), "unknown"]);
    expect(Object.keys(value).filter((key) => !known.has(key))).toEqual([]);
    const none = read(layout.only!(new Set()), view);
    expect(value).toMatchObject(none);
    for (const key of Object.keys(none)) expect(layout.member!(key)?.size, key).toBeDefined();
  });
});

it.each(objects)("$name has members that can be chosen", ({ layout }) => {
  expect(layout.keys?.().length).toBeGreaterThan(0);
});
