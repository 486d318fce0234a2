import { DecodeError } from "@rxnetlink/core";
import {
  align,
  eachMessage,
  type MessageHeader,
  NLMSG_HDRLEN,
  nlmsghdr,
  struct,
} from "@rxnetlink/core/schema";
import { foreign } from "../wire/integers.js";

/** A message of a datagram. */
export interface SplitMessage {
  readonly header: MessageHeader;
  readonly payload: Uint8Array;
  /** The reason why its payload cannot be read. */
  readonly error?: DecodeError;
}

const foreignHeader = struct("nlmsghdr", foreign(nlmsghdr.fields));
const HINT = { hint: "decode it on a machine like that" };

/** True if the header of a message reads as one of a machine of the other byte order. */
function isForeign(view: DataView, end: number): boolean {
  const fits = ({ length }: MessageHeader) => length >= NLMSG_HDRLEN && length <= end;
  return !fits(nlmsghdr.read(view, 0, end)) && fits(foreignHeader.read(view, 0, end));
}

/** Splits a datagram of a machine of the other byte order: only the headers can be read here. */
function splitForeign(bytes: Uint8Array, view: DataView): SplitMessage[] {
  const messages: SplitMessage[] = [];
  for (let at = 0; bytes.length - at >= NLMSG_HDRLEN; ) {
    const header = foreignHeader.read(view, at, bytes.length);
    const end = Math.min(bytes.length, at + Math.max(header.length, NLMSG_HDRLEN));
    const error = new DecodeError("it was captured on a machine of the other byte order", HINT);
    messages.push({ header, payload: bytes.subarray(at + NLMSG_HDRLEN, end), error });
    at = align(end);
  }
  return messages;
}

/**
 * Splits a datagram into messages. One that is incomplete is the last, with the reason.
 *
 * @param isCut - True if the capture holds only the beginning of the datagram.
 */
export function split(bytes: Uint8Array, isCut: boolean): SplitMessage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length >= NLMSG_HDRLEN && !isCut && isForeign(view, bytes.length))
    return splitForeign(bytes, view);
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
