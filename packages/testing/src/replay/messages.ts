import {
  align,
  binary,
  eachMessage,
  type MessageHeader,
  NLMSG_HDRLEN,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import type { Address } from "./addresses.js";

/** A message of a datagram. */
export interface Message {
  readonly header: MessageHeader;
  readonly payload: Uint8Array;
}

/** A datagram taken apart. */
export interface Messages {
  readonly messages: readonly Message[];
  /** What follows them and is no message, such as one that is cut. */
  readonly rest: Uint8Array;
}

/** Takes a datagram apart. */
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

/** Puts a datagram together, with other addresses where there are some for those of its messages. */
export function datagramOf(
  { messages, rest }: Messages,
  addressOf: (address: Address) => Address | undefined = () => undefined,
): Uint8Array {
  const out = new Writer();
  for (const { header, payload } of messages) {
    const { type, flags } = header;
    const { sequence, portId } = addressOf(header) ?? header;
    writeMessage(out, { type, flags, sequence, portId, layout: binary, value: payload });
  }
  out.append(rest);
  return out.take();
}
