import type { CapturedMessage } from "@rxnetlink/capture";
import { toJson } from "@rxnetlink/core";
import { flagWords } from "./flag-words.js";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Returns what a message holds. */
function contentOf(message: CapturedMessage): object {
  if (message.type === "object") {
    const { action, object, value, kind } = message;
    return { action, object, value: toJson(kind.layout, value) };
  }
  if (message.type === "refusal") {
    const { errno, code, text, path } = message;
    return { errno, code, text, path };
  }
  if (message.type === "ack") return { warning: message.warning };
  if (message.type === "malformed") return { error: message.error.message, payload: hex(message.payload) };
  return message.payload.length === 0 ? {} : { payload: hex(message.payload) };
}

/** Returns the header of a message. */
const headerOf = ({ header }: CapturedMessage): object =>
  header === undefined
    ? {}
    : { message: header.type, flags: header.flags, sequence: header.sequence, portId: header.portId };

/**
 * Returns a message as JSON.
 *
 * @param number - Number of the request that it is or belongs to.
 */
export function messageJson(message: CapturedMessage, number: number | undefined): object {
  const { packet, family, role, type } = message;
  const { time, source, comment } = packet;
  const words = flagWords(message);
  return {
    time: time === undefined ? undefined : String(time),
    source,
    comment,
    family,
    role,
    request: number,
    type,
    ...contentOf(message),
    ...headerOf(message),
    ...(words.length > 0 && { flagNames: words }),
  };
}
