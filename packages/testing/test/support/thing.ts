import { attributes, message, string, struct, u32, Writer, writeMessage } from "@rxnetlink/core/schema";
import { layoutsOf } from "#src/message-layouts.js";

/** The layout of a message of these tests. */
export const layout = message(
  "thing",
  struct("thing", { index: u32 }),
  attributes("thing-attrs", "THING_", { name: [1, string] }),
);
export const layoutOf = layoutsOf({ types: { new: 100 }, layout });

/** Encodes a whole message. */
export function encoded(value: object): Uint8Array {
  const out = new Writer();
  writeMessage(out, { type: 100, flags: 0, sequence: 7, layout, value });
  return out.take();
}
