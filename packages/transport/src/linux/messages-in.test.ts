import { Writer, writeMessage } from "@rxnetlink/core/schema";
import { expect, it } from "vitest";
import { messagesIn } from "#src/linux/messages-in.js";
import { linkMessage } from "../../test/support/rtnetlink.js";

/** Returns a datagram with messages of different lengths. */
function datagramOf(count: number): Uint8Array {
  const out = new Writer();
  for (let sequence = 0; sequence < count; sequence++)
    writeMessage(out, {
      type: 16,
      flags: 0,
      sequence,
      layout: linkMessage,
      value: { ifname: "x".repeat(sequence % 16) },
    });
  return out.take();
}

it.each([0, 1, 2, 50])("counts %i messages", (count) => {
  expect(messagesIn(datagramOf(count))).toBe(count);
});

it("stops at a malformed message", () => {
  const whole = datagramOf(2);
  expect(messagesIn(whole.subarray(0, whole.length - 4))).toBe(1);
  expect(messagesIn(new Uint8Array(100))).toBe(0);
  expect(messagesIn(new Uint8Array(100).fill(255))).toBe(0);
  expect(messagesIn(new Uint8Array(3))).toBe(0);
});
