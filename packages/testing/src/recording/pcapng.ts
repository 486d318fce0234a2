import { DecodeError } from "@rxnetlink/core";
import {
  align,
  be16,
  binary,
  type Infer,
  pad,
  s64,
  struct,
  type Type,
  u16,
  u32,
  u64,
  unterminated,
  type Writer,
} from "@rxnetlink/core/schema";
import { encoded, options } from "./options.js";

//  A file of blocks, in the byte order of the machine:
//  | u32 type | u32 length | body …, a multiple of 4 | u32 length |     (length counts all of it)
//  First a section header; then, for each socket, an interface description and, for each datagram, an enhanced packet:
//  | interface, time, lengths | cooked header, datagram | zeros | options |

/** Block type of the section header, the same in both byte orders. */
export const SECTION = 0x0a0d0d0a;
/** Block type of an interface description. */
export const INTERFACE = 1;
/** Block type of an enhanced packet. */
export const PACKET = 6;
/** Number by which a section header shows the byte order of the file. */
export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
/** The link type of netlink. */
export const LINKTYPE_NETLINK = 253;

const blockHeader = struct("block", { type: u32, length: u32 });
const BLOCK_HEADER = 8;
const TRAILER = 4;

/** Body of the first block of a file. */
export const sectionHeader = struct("section header", {
  magic: u32,
  major: u16,
  minor: u16,
  /** -1 for "until the end of the file". */
  sectionLength: s64,
  options: options("section options", { application: [4, unterminated] }),
});

/** Body of the block of a socket. Packets refer to it by its index among these blocks. */
export const interfaceDescription = struct("interface description", {
  linkType: u16,
  _: pad(2),
  /** Longest packet in the file; 0 for no limit. */
  snapLength: u32,
  options: options("interface options", {
    name: [2, unterminated],
    description: [3, unterminated],
  }),
});

/** Received, in the options of a packet. */
export const INBOUND = 1;
/** Sent, in the options of a packet. */
export const OUTBOUND = 2;

const packetOptions = options("packet options", {
  comment: [1, unterminated],
  /** `INBOUND` or `OUTBOUND`. */
  flags: [2, u32],
  /** Identifies packets of an interface. */
  id: [5, u64],
});
/** Options of a packet. */
interface PacketOptions extends Infer<typeof packetOptions> {}

const packetHeader = struct("enhanced packet", {
  interfaceId: u32,
  timeHigh: u32,
  timeLow: u32,
  capturedLength: u32,
  originalLength: u32,
});
const PACKET_HEADER = 20;

/** Header before each datagram, in network byte order. */
const cookedHeader = struct("cooked header", {
  /** As in `struct sockaddr_ll`: 0 if received, 4 if sent. */
  packetType: be16,
  hardwareType: be16,
  _: pad(10),
  /** The netlink protocol. */
  protocol: be16,
});
const COOKED_HEADER = 16;
const PACKET_HOST = 0;
const PACKET_OUTGOING = 4;
const ARPHRD_NETLINK = 824;

/** A datagram in the file. */
export interface Packet {
  /** Index of its interface description, from 0. */
  readonly interfaceId: number;
  /** Time in microseconds since 1970. */
  readonly time: number;
  /** The netlink protocol. */
  readonly protocol: number;
  /** The datagram. */
  readonly bytes: Uint8Array;
  /** Further details. */
  readonly options: PacketOptions;
}

/** Body of the block of a datagram. */
export const enhancedPacket: Type<Packet> = {
  name: "enhanced packet",
  read(view, at, end) {
    const header = packetHeader.read(view, at, end);
    const start = at + PACKET_HEADER;
    const stop = start + header.capturedLength;
    if (stop > end)
      throw new DecodeError(
        `a packet has a length of ${stop - start} bytes, but only ${end - start} are left`,
      );
    return {
      interfaceId: header.interfaceId,
      time: header.timeHigh * 2 ** 32 + header.timeLow,
      protocol: cookedHeader.read(view, start, stop).protocol,
      bytes: binary.read(view, start + COOKED_HEADER, stop),
      options: packetOptions.read(view, start + align(header.capturedLength), end),
    };
  },
  write(out, { interfaceId, time, protocol, bytes, options }) {
    const length = COOKED_HEADER + bytes.length;
    const timeHigh = Math.floor(time / 2 ** 32);
    const timeLow = time % 2 ** 32;
    packetHeader.write(out, {
      interfaceId,
      timeHigh,
      timeLow,
      capturedLength: length,
      originalLength: length,
    });
    const packetType = options.flags === OUTBOUND ? PACKET_OUTGOING : PACKET_HOST;
    cookedHeader.write(out, { packetType, hardwareType: ARPHRD_NETLINK, protocol });
    out.append(bytes);
    out.align();
    packetOptions.write(out, options);
  },
};

/** Appends a block. */
export function writeBlock<T>(out: Writer, type: number, layout: Type<T>, value: T): void {
  const body = encoded(layout, value);
  const length = BLOCK_HEADER + body.length + TRAILER;
  blockHeader.write(out, { type, length });
  out.append(body);
  u32.write(out, length);
}

/** Visits the body of each complete block; a truncated last one is skipped. */
export function eachBlock(view: DataView, visit: (type: number, at: number, end: number) => void): void {
  const end = view.byteLength;
  for (let at = 0; end - at >= BLOCK_HEADER + TRAILER; ) {
    const { type, length } = blockHeader.read(view, at, end);
    if (length < BLOCK_HEADER + TRAILER || length % 4 !== 0)
      throw new DecodeError(`a block at byte ${at} has the invalid length ${length}`);
    if (length > end - at) return;
    visit(type, at + BLOCK_HEADER, at + length - TRAILER);
    at += length;
  }
}
