import { endianness } from "node:os";
import { type DecodeError, fromJson, toJson } from "@rxnetlink/core";
import { type AnyType, NLMSG_HDRLEN } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { decodeMessage, type LayoutOf } from "../golden/golden.js";
import { allMessages, type Messages, named } from "./messages.js";
import { withByteChanged } from "./mutations.js";

/** Converts a value to JSON text and back, as for another process. */
const thereAndBack = (layout: AnyType, value: unknown) =>
  fromJson(layout, JSON.parse(JSON.stringify(toJson(layout, value))) as never);

function decoded(bytes: Uint8Array, layoutOf: LayoutOf): ReturnType<typeof decodeMessage> | undefined {
  try {
    return decodeMessage(bytes, layoutOf);
  } catch (error) {
    expect((error as DecodeError).name).toBe("DecodeError");
    return undefined;
  }
}

/** Tests that the messages of golden files, and many near them, are the same after a conversion to JSON and back. */
export function jsonGate(messages: Messages): void {
  const { layoutOf } = messages;
  describe.skipIf(endianness() === "BE")("messages of a real kernel, as JSON and back", () => {
    test.each(named(allMessages(messages)))("%s", (_, { bytes }) => {
      const { layout, value } = decodeMessage(bytes, layoutOf);
      expect(thereAndBack(layout, value)).toEqual(value);
      for (const other of withByteChanged(bytes, NLMSG_HDRLEN)) {
        const it = decoded(other, layoutOf);
        if (it !== undefined) expect(thereAndBack(it.layout, it.value)).toEqual(it.value);
      }
    });
  });
}
