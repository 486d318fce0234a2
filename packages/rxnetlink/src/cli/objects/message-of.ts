import { deepEqual } from "@rxnetlink/core";
import { NLMSG_HDRLEN, type Type } from "@rxnetlink/core/schema";

/** Members that do not count. */
const NOTHING: ReadonlySet<string> = new Set();

/** Reads the payload of a message; `undefined` if it is another kind of message. */
function read(layout: Type<object>, message: Uint8Array): object | undefined {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  try {
    return layout.read(view, NLMSG_HDRLEN, message.byteLength);
  } catch {
    return undefined;
  }
}

/**
 * Finds the message that each row was in: both are in the order of the kernel, but some messages are of no row. Rows that are
 * in no message of their own, such as several in one, share all messages.
 */
export function messagesOf(
  rows: readonly object[],
  layout: Type<object>,
  messages: readonly Uint8Array[],
): ReadonlyMap<object, readonly Uint8Array[]> {
  const found = new Map<object, readonly Uint8Array[]>();
  let next = 0;
  for (const row of rows) {
    const at = messages.findIndex(
      (one, index) => index >= next && deepEqual(read(layout, one), row, NOTHING),
    );
    if (at === -1) return new Map(rows.slice(0, 1).map((first) => [first, messages]));
    found.set(row, [messages[at]!]);
    next = at + 1;
  }
  return found;
}
