import { AF_PACKET } from "../linux/constants.js";
import { LE } from "../linux/native.js";

//  struct sockaddr_ll:  0        2                4        8              12
//                       | u16    | be16           | s32    | kind, length | address, unused here |
//                       family   protocol         ifindex

/** `sizeof(struct sockaddr_ll)`. */
export const LINK_ADDRESS = 20;

/** Encodes the address of a link. */
export function linkAddress(ifindex: number, protocol: number): Uint8Array {
  const bytes = new Uint8Array(LINK_ADDRESS);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, AF_PACKET, LE);
  view.setUint16(2, protocol);
  view.setInt32(4, ifindex, LE);
  return bytes;
}

/** Returns the protocol in an address: on nlmon links, that of netlink. */
export const protocolOf = ({ buffer }: Uint8Array): number => new DataView(buffer).getUint16(2);
