import { LE } from "./native.js";

/** `sizeof(struct nlmsghdr)`. */
const NLMSG_HDRLEN = 16;

/** Returns `nlmsg_len` of the message at `at`; a DataView for each datagram would cost more. */
const lengthAt = LE
  ? (b: Uint8Array, at: number) => b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)
  : (b: Uint8Array, at: number) => (b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!;

/** Counts the messages in a datagram, up to the first that is malformed. */
export function messagesIn(datagram: Uint8Array): number {
  let count = 0;
  for (let at = 0; at + NLMSG_HDRLEN <= datagram.length; count++) {
    const length = lengthAt(datagram, at);
    if (length < NLMSG_HDRLEN || length > datagram.length - at) break;
    at += (length + 3) & ~3;
  }
  return count;
}
