import { type ByteOrder, pad, struct, u16, u32, viewOf } from "@rxnetlink/core/schema";
import type { PacketSink } from "../packet.js";
import { BYTE_ORDERS } from "../wire/byte-order.js";
import { readFrame } from "../wire/cooked-header.js";
import { RecordReader } from "../wire/record-reader.js";

//  0       4       6       8            16         20                 24
//  | magic | major | minor | unused …   | longest  | link type, flags |  then, for each packet:
//
//  0         4          8          12         16
//  | seconds | fraction | captured | original | frame …   (the fraction in microseconds, or nanoseconds, as the magic says)

const MICROSECONDS = 0xa1b2_c3d4;
const NANOSECONDS = 0xa1b2_3c4d;
const HEADER = 24;
const RECORD = 16;
const SECOND = 1_000_000_000n;

const fileHeader = struct("pcap header", {
  magic: u32,
  major: u16,
  minor: u16,
  _: pad(8),
  snapLength: u32,
  linkType: u32,
});

const recordHeader = struct("pcap record", {
  seconds: u32,
  fraction: u32,
  capturedLength: u32,
  originalLength: u32,
});

/** The bits of the link type; others describe checksums. */
const LINK_TYPE = 0x03ff_ffff;

/** Variant of pcap. */
interface Format {
  readonly byteOrder: ByteOrder;
  /** Nanoseconds in a unit of its times. */
  readonly unit: bigint;
}

/** Returns the variant of a file; `undefined` if it is no pcap. */
function formatOf(bytes: Uint8Array): Format | undefined {
  for (const byteOrder of BYTE_ORDERS) {
    const magic = u32.read(viewOf(bytes, byteOrder), 0, bytes.length);
    if (magic === MICROSECONDS) return { byteOrder, unit: 1000n };
    if (magic === NANOSECONDS) return { byteOrder, unit: 1n };
  }
  return undefined;
}

/** True if bytes begin as a pcap file does. */
export const isPcap = (bytes: Uint8Array): boolean => formatOf(bytes) !== undefined;

/** Reads pcap, in both byte orders and both units. */
export class PcapReader extends RecordReader {
  readonly format = "pcap";
  #format: Format | undefined;
  #linkType = 0;

  protected sizeOf(bytes: Uint8Array): number | undefined {
    if (this.#format === undefined) return HEADER;
    if (bytes.length < RECORD) return undefined;
    const view = viewOf(bytes, this.#format.byteOrder);
    return RECORD + recordHeader.read(view, 0, RECORD).capturedLength;
  }

  protected record(bytes: Uint8Array, sink: PacketSink): void {
    if (this.#format === undefined) return this.#header(bytes);
    const { byteOrder, unit } = this.#format;
    const view = viewOf(bytes, byteOrder);
    const { seconds, fraction, originalLength } = recordHeader.read(view, 0, RECORD);
    const frame = readFrame(this.#linkType, view, RECORD, view.byteLength);
    if (frame === undefined) return;
    const { headerSize, ...packet } = frame;
    const size = originalLength - headerSize;
    const time = BigInt(seconds) * SECOND + BigInt(fraction) * unit;
    sink({ time, ...packet, ...(size > packet.bytes.length && { size }) });
  }

  #header(bytes: Uint8Array): void {
    this.#format = formatOf(bytes);
    if (this.#format === undefined) throw this.failure("it does not begin as a pcap file does");
    const view = viewOf(bytes, this.#format.byteOrder);
    this.#linkType = fileHeader.read(view, 0, HEADER).linkType & LINK_TYPE;
    this.captured(this.#linkType);
  }
}
