import { NLM_F_ACK } from "@rxnetlink/core/schema";
import { LE } from "./native.js";

/** `sizeof(struct nlmsghdr)`. */
const NLMSG_HDRLEN = 16;

/** Returns `nlmsg_len` of the message at `at`; a DataView for each datagram would cost more. */
const lengthAt = LE
  ? (b: Uint8Array, at: number) => b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)
  : (b: Uint8Array, at: number) => (b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!;

/** Returns where the message after the one at `at` begins; -1 if that is malformed. */
function next(bytes: Uint8Array, at: number, end: number): number {
  const length = lengthAt(bytes, at);
  return length < NLMSG_HDRLEN || length > end - at ? -1 : at + ((length + 3) & ~3);
}

/** Counts the messages in the datagram at `bytes[start, end)`, up to the first that is malformed. */
export function messagesIn(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let count = 0;
  for (let at = start; at + NLMSG_HDRLEN <= end; count++) {
    at = next(bytes, at, end);
    if (at < 0) break;
  }
  return count;
}

/** Offset of the lower byte of `nlmsg_flags`. */
const FLAGS = LE ? 6 : 7;

/** True for messages that only ask, which the kernel answers at once, whereas a change can take long. */
export function onlyAsks(datagram: Uint8Array): boolean {
  for (let at = 0; at + NLMSG_HDRLEN <= datagram.length; ) {
    if ((datagram[at + FLAGS]! & NLM_F_ACK) !== 0) return false;
    at = next(datagram, at, datagram.length);
    if (at < 0) return false;
  }
  return datagram.length >= NLMSG_HDRLEN;
}
