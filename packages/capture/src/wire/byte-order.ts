import { hostOrder } from "@rxnetlink/core/internal";
import { type ByteOrder, NLMSG_HDRLEN, nlmsghdr, viewOf } from "@rxnetlink/core/schema";
import type { CapturedPacket } from "../packet.js";

/** Both byte orders, that of this machine first. */
export const BYTE_ORDERS: readonly ByteOrder[] =
  hostOrder === "little" ? ["little", "big"] : ["big", "little"];

/**
 * Returns the byte order of the machine that a datagram was captured on; `undefined` if it shows none. The length of its
 * first message fits the datagram in one order alone.
 */
export function byteOrderOf({
  bytes,
  size = bytes.length,
}: Pick<CapturedPacket, "bytes" | "size">): ByteOrder | undefined {
  if (bytes.length < NLMSG_HDRLEN) return undefined;
  return BYTE_ORDERS.find((byteOrder) => {
    const { length } = nlmsghdr.read(viewOf(bytes, byteOrder), 0, bytes.length);
    return length >= NLMSG_HDRLEN && length <= size;
  });
}
