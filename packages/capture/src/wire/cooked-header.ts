import { be16, be32, pad, type Struct, struct, u8 } from "@rxnetlink/core/schema";
import type { CapturedPacket } from "../packet.js";

//  What comes before each datagram in a capture, in network byte order:
//
//  LINKTYPE_NETLINK, LINUX_SLL   0        2        4                            14        16
//                                | type   | arphrd | length and address, unused  | protocol | datagram …
//  LINUX_SLL2                    0          2          4         8        10     11      12        20
//                                | protocol | reserved | ifindex | arphrd | type | length | address | datagram …

/** The link type of netlink, which nlmon links have. */
export const LINKTYPE_NETLINK = 253;
/** Those of captures of all links at once, `tcpdump -i any`. */
const LINKTYPE_LINUX_SLL = 113;
const LINKTYPE_LINUX_SLL2 = 276;
/** The kind of link in the header. */
export const ARPHRD_NETLINK = 824;

/** The header that Linux puts before a datagram of netlink. */
export const cookedHeader = struct("cooked header", {
  packetType: be16,
  hardwareType: be16,
  _: pad(10),
  protocol: be16,
});

const cookedHeader2 = struct("cooked header 2", {
  protocol: be16,
  _: pad(2),
  ifindex: be32,
  hardwareType: be16,
  packetType: u8,
  __: pad(9),
});

/** A header before a datagram, in any of its layouts. */
type CookedHeader = Struct<{ hardwareType: typeof be16; protocol: typeof be16 }>;

const HEADERS: ReadonlyMap<number, CookedHeader> = new Map<number, unknown>([
  [LINKTYPE_NETLINK, cookedHeader],
  [LINKTYPE_LINUX_SLL, cookedHeader],
  [LINKTYPE_LINUX_SLL2, cookedHeader2],
]) as Map<number, CookedHeader>;

/** Received (`PACKET_HOST`). */
const RECEIVED = 0;
/** Sent (`PACKET_OUTGOING`), which every packet of an nlmon link is, whatever its direction. */
const SENT = 4;

/** Returns the type of a packet. It is of no use to a reader, since nlmon knows no directions. */
export const packetTypeOf = (direction: CapturedPacket["direction"]): number =>
  direction === "toUser" ? RECEIVED : SENT;

/** True for the types of links on which netlink is captured. */
export const carriesNetlink = (linkType: number): boolean => HEADERS.has(linkType);

/** A captured frame without its header. */
export interface Frame extends Pick<CapturedPacket, "protocol" | "bytes"> {
  /** Size of the header. */
  readonly headerSize: number;
}

/**
 * Reads a frame; returns `undefined` for one that is not of netlink.
 *
 * @throws DecodeError if it is too short for its header.
 */
export function readFrame(linkType: number, view: DataView, at: number, end: number): Frame | undefined {
  const layout = HEADERS.get(linkType);
  if (layout === undefined) return undefined;
  const { hardwareType, protocol } = layout.read(view, at, end);
  if (hardwareType !== ARPHRD_NETLINK) return undefined;
  const headerSize = layout.size!;
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + headerSize, end - at - headerSize).slice();
  return { protocol, bytes, headerSize };
}
