import { DecodeError } from "@rxnetlink/core";
import {
  align,
  type ByteOrder,
  eachMessage,
  type MessageHeader,
  NLMSG_HDRLEN,
  nlmsghdr,
  viewOf,
} from "@rxnetlink/core/schema";

/** A message of a datagram. */
export interface SplitMessage {
  readonly header: MessageHeader;
  readonly payload: Uint8Array;
  /** The reason why its payload cannot be read. */
  readonly error?: DecodeError;
}

/**
 * Splits a datagram into messages. One that is incomplete is the last, with the reason.
 *
 * @param isCut - True if the capture holds only the beginning of the datagram.
 */
export function split(bytes: Uint8Array, byteOrder: ByteOrder, isCut: boolean): SplitMessage[] {
  const view = viewOf(bytes, byteOrder);
  const messages: SplitMessage[] = [];
  let stop = 0;
  try {
    eachMessage(view, 0, bytes.length, (header, _, at, end) => {
      messages.push({ header, payload: bytes.subarray(at, end) });
      stop = align(end);
    });
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    messages.push({
      header: nlmsghdr.read(view, stop, bytes.length),
      payload: bytes.subarray(stop + NLMSG_HDRLEN),
      error: isCut ? new DecodeError("the capture holds only its beginning", { cause: error }) : error,
    });
  }
  return messages;
}
