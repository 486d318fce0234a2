import { pad, struct } from "@rxnetlink/core/schema";
import type { PacketSink } from "../packet.js";
import { readFrame } from "../wire/cooked-header.js";
import { FOREIGN, HOST, type Integers } from "../wire/integers.js";
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

function layoutsIn(integers: Integers) {
  const { u16, u32 } = integers;
  return {
    header: struct("pcap header", {
      magic: u32,
      major: u16,
      minor: u16,
      _: pad(8),
      snapLength: u32,
      linkType: u32,
    }),
    record: struct("pcap record", {
      seconds: u32,
      fraction: u32,
      capturedLength: u32,
      originalLength: u32,
    }),
  };
}

type Layouts = ReturnType<typeof layoutsIn>;
const host = layoutsIn(HOST);
const foreign = layoutsIn(FOREIGN);
/** The bits of the link type; others describe checksums. */
const LINK_TYPE = 0x03ff_ffff;

/** Returns the layouts of a file and the nanoseconds in a unit of its times; `undefined` if it is no pcap. */
function formatOf(view: DataView): { layouts: Layouts; unit: bigint } | undefined {
  for (const [layouts, { u32 }] of [
    [host, HOST],
    [foreign, FOREIGN],
  ] as const) {
    const magic = u32.read(view, 0, view.byteLength);
    if (magic === MICROSECONDS) return { layouts, unit: 1000n };
    if (magic === NANOSECONDS) return { layouts, unit: 1n };
  }
  return undefined;
}

/** True if bytes begin as a pcap file does. */
export const isPcap = (view: DataView): boolean => formatOf(view) !== undefined;

/** Reads pcap, in both byte orders and both units. */
export class PcapReader extends RecordReader {
  readonly format = "pcap";
  #format: { layouts: Layouts; unit: bigint } | undefined;
  #linkType = 0;

  protected sizeOf(view: DataView): number | undefined {
    if (this.#format === undefined) return HEADER;
    if (view.byteLength < RECORD) return undefined;
    return RECORD + this.#format.layouts.record.read(view, 0, RECORD).capturedLength;
  }

  protected record(view: DataView, sink: PacketSink): void {
    if (this.#format === undefined) return this.#header(view);
    const { layouts, unit } = this.#format;
    const { seconds, fraction, originalLength } = layouts.record.read(view, 0, RECORD);
    const frame = readFrame(this.#linkType, view, RECORD, view.byteLength);
    if (frame === undefined) return;
    const { headerSize, ...packet } = frame;
    const size = originalLength - headerSize;
    const time = BigInt(seconds) * SECOND + BigInt(fraction) * unit;
    sink({ time, ...packet, ...(size > packet.bytes.length && { size }) });
  }

  #header(view: DataView): void {
    this.#format = formatOf(view);
    if (this.#format === undefined) throw this.failure("it does not begin as a pcap file does");
    this.#linkType = this.#format.layouts.header.read(view, 0, HEADER).linkType & LINK_TYPE;
    this.captured(this.#linkType);
  }
}
