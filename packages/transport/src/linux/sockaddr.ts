import { AF_NETLINK } from "./constants.js";
import { LE } from "./native.js";

/** `sizeof(struct sockaddr_nl)`. */
export const SOCKADDR_SIZE = 12;

/** Encodes a `struct sockaddr_nl`: family, padding, port id, and a bit for the group, if there is one. */
export function sockaddr(portId: number, group = 0): Uint8Array {
  const bytes = new Uint8Array(SOCKADDR_SIZE);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, AF_NETLINK, LE);
  view.setUint32(4, portId, LE);
  if (group > 0) view.setUint32(8, 2 ** (group - 1), LE);
  return bytes;
}

/** Returns the port id in a `struct sockaddr_nl`. */
export function portIdOf(view: DataView, at = 0): number {
  return view.getUint32(at + 4, LE);
}
