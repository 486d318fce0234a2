import { DecodeError } from "@rxnetlink/core";
import { byteOrderOf } from "@rxnetlink/core/internal";
import {
  align,
  binary,
  type Infer,
  pad,
  type Sized,
  s64,
  struct,
  type Type,
  u8,
  u16,
  u32,
  u64,
  unterminated,
  type Writer,
} from "@rxnetlink/core/schema";
import { encoded, options } from "./options.js";

//  A file of blocks, in the byte order that its section header shows:
//  | u32 type | u32 length | body …, a multiple of 4 | u32 length |     (length counts all of it)
//  First a section header; then, in any order, an interface description for each place of capture, and the packets:
//  | interface, time, lengths | frame | zeros | options |

/** Block type of the section header, the same in both byte orders. */
export const SECTION = 0x0a0d0d0a;
/** Block type of an interface description. */
export const INTERFACE = 1;
/** Block type of a packet without time and interface: it is of the first one. */
export const SIMPLE_PACKET = 3;
/** Block type of an enhanced packet. */
export const PACKET = 6;
/** Number by which a section header shows the byte order of the file. */
export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;

/** Sent by the machine, in the options of a packet. */
export const OUTBOUND = 2;
/** Received, in the options of a packet. */
export const INBOUND = 1;
/** The bits of the direction. */
const DIRECTION = 3;

/** Bytes of a block before its body. */
export const BLOCK_HEADER = 8;
/** Bytes of a block behind its body. */
export const TRAILER = 4;
const PACKET_HEADER = 20;

/** Names the direction that the flags of a packet hold, if they do. */
export const isOutbound = (flags = 0): boolean => (flags & DIRECTION) === OUTBOUND;
/** True if the flags of a packet say that it was received. */
export const isInbound = (flags = 0): boolean => (flags & DIRECTION) === INBOUND;

/** A 64-bit time in two halves, the high one first in both byte orders. */
const timestamp: Sized<bigint> = {
  name: "timestamp",
  size: 8,
  read: (view, at, end) => (BigInt(u32.read(view, at, end)) << 32n) | BigInt(u32.read(view, at + 4, end)),
  write(out, value) {
    u32.write(out, Number(value >> 32n));
    u32.write(out, Number(value & 0xffff_ffffn));
  },
};

/** What every block begins with. */
export const blockHeader = struct("block", { type: u32, length: u32 });
/** What every block ends with: its length again. */
export const blockTrailer = u32;

/** Body of the first block of a file. */
export const sectionHeader = struct("section header", {
  magic: u32,
  major: u16,
  minor: u16,
  /** -1 for "until the end of the file". */
  sectionLength: s64,
  options: options("section options", { application: [4, unterminated] }),
});

/** Body of the block of a place of capture. Packets refer to it by its index among these blocks. */
export const interfaceDescription = struct("interface description", {
  linkType: u16,
  _: pad(2),
  /** Longest packet in the file; 0 for no limit. */
  snapLength: u32,
  options: options("interface options", {
    name: [2, unterminated],
    description: [3, unterminated],
    /** Unit of times: a negative power of 10, or of 2 with the highest bit. Microseconds by default. */
    tsresol: [9, u8],
    /** Seconds to add to times. */
    tsoffset: [14, s64],
  }),
});
/** An interface description. */
export type InterfaceDescription = Infer<typeof interfaceDescription>;

const packetHeader = struct("enhanced packet", {
  interfaceId: u32,
  time: timestamp,
  capturedLength: u32,
  originalLength: u32,
});

const packetOptions = options("packet options", {
  comment: [1, unterminated],
  /** {@link INBOUND} or {@link OUTBOUND}. */
  flags: [2, u32],
  /** Identifies packets of an interface. */
  id: [5, u64],
});

/** A packet in a file. */
export interface PacketBlock {
  /** Index of its interface description, from 0. */
  readonly interfaceId: number;
  /** Time in the units of its interface, since 1970. */
  readonly time: bigint;
  /** Size of the whole frame, of which the capture may hold only the beginning. */
  readonly originalLength: number;
  /** The frame. */
  readonly frame: Uint8Array;
  /** Further details. */
  readonly options: Infer<typeof packetOptions>;
}

/** Body of the block of a packet. */
export const enhancedPacket: Type<PacketBlock> = {
  name: "enhanced packet",
  read(view, at, end) {
    const { capturedLength, ...rest } = packetHeader.read(view, at, end);
    const start = at + PACKET_HEADER;
    if (capturedLength > end - start)
      throw new DecodeError(
        `a packet has a length of ${capturedLength} bytes, but only ${end - start} are left`,
      );
    const frame = binary.read(view, start, start + capturedLength);
    return { ...rest, frame, options: packetOptions.read(view, start + align(capturedLength), end) };
  },
  write(out, { frame, options, ...rest }) {
    packetHeader.write(out, { ...rest, capturedLength: frame.length });
    out.append(frame);
    out.align();
    packetOptions.write(out, options);
  },
};

/** Body of a packet without time. */
export const simplePacket = struct("simple packet", { originalLength: u32, frame: binary });

/** Appends a block. */
export function writeBlock<T>(out: Writer, type: number, layout: Type<T>, value: T): void {
  const body = encoded(layout, value, byteOrderOf(out.view));
  const length = BLOCK_HEADER + body.length + TRAILER;
  blockHeader.write(out, { type, length });
  out.append(body);
  blockTrailer.write(out, length);
}
