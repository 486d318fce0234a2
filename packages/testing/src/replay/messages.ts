import {
  align,
  binary,
  eachMessage,
  type MessageHeader,
  NLMSG_HDRLEN,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import type { RequestId } from "./request-ids.js";

/** A message of a datagram. */
export interface Message {
  readonly header: MessageHeader;
  readonly payload: Uint8Array;
}

/** A datagram split into messages. */
export interface Messages {
  readonly messages: readonly Message[];
  /** Bytes after the last complete message, such as a truncated one. */
  readonly rest: Uint8Array;
}

/** Splits a datagram into messages. */
export function messagesOf(bytes: Uint8Array): Messages {
  const messages: Message[] = [];
  let stop = 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    eachMessage(view, 0, bytes.length, (header, _, at, end) => {
      messages.push({ header, payload: bytes.subarray(at, end) });
      stop = at - NLMSG_HDRLEN + align(header.length);
    });
    return { messages, rest: new Uint8Array() };
  } catch {
    return { messages, rest: bytes.subarray(stop) };
  }
}

/** Assembles a datagram; `idOf` may replace the ids of its messages. */
export function datagramOf(
  { messages, rest }: Messages,
  idOf: (id: RequestId) => RequestId | undefined = () => undefined,
): Uint8Array {
  const out = new Writer();
  for (const { header, payload } of messages) {
    const { type, flags } = header;
    const { sequence, portId } = idOf(header) ?? header;
    writeMessage(out, { type, flags, sequence, portId, layout: binary, value: payload });
  }
  out.append(rest);
  return out.take();
}
