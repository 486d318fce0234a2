import { endianness } from "node:os";
import { type AnyType, NLMSG_HDRLEN } from "@rxnetlink/core/schema";
import { describe, expect, it } from "vitest";
import { decodeMessage } from "../golden/golden.js";
import { allMessages, type Messages } from "./messages.js";

/** Number of messages that the usual order of attributes is learned from, and one more. */
const LEARNED = 65;

/** Reads one message again and again, as in a dump. */
function read(layout: AnyType, view: DataView): Record<string, unknown> {
  let value = {};
  for (let times = 0; times < LEARNED; times++) value = layout.read(view, NLMSG_HDRLEN, view.byteLength);
  return value;
}

/** Messages whose layout can be limited to some members. */
function limitable(messages: Messages) {
  return allMessages(messages).flatMap(({ name, bytes }) => {
    const { layout, value } = decodeMessage(bytes, messages.layoutOf);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return layout.only === undefined ? [] : [{ name, layout, view, value: value as Record<string, unknown> }];
  });
}

/** Tests that layouts limited to some members read these as the whole layouts do. */
export function membersGate({ atLeast, ...messages }: Messages & { readonly atLeast: number }): void {
  const all = limitable(messages);
  describe.skipIf(endianness() === "BE")("a layout limited to some members", () => {
    it("has many messages to prove it", () => expect(all.length).toBeGreaterThanOrEqual(atLeast));

    it.each(all)("reads each member of $name as before", ({ layout, view, value }) => {
      for (const [key, expected] of Object.entries(value)) {
        const limited = layout.only!(new Set([key]));
        expect(read(limited, view)[key], key).toEqual(expected);
      }
    });

    it.each(all)("skips the other members of $name", ({ layout, view, value }) => {
      const known = new Set([...layout.keys!(), "unknown"]);
      expect(Object.keys(value).filter((key) => !known.has(key))).toEqual([]);
      const none = read(layout.only!(new Set()), view);
      expect(value).toMatchObject(none);
      for (const key of Object.keys(none)) expect(layout.member!(key)?.size, key).toBeDefined();
    });
  });
}
