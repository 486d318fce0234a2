import { aByteArray, anInteger, checkArgument, checkOptions } from "@rxnetlink/core/internal";
import { CaptureError, type CaptureFormat } from "../capture-error.js";
import type { CapturedPacket, PacketSink } from "../packet.js";
import type { CaptureReader, ReadOptions } from "./capture-reader.js";
import { readerOf } from "./detect.js";

/** Checks of {@link ReadOptions}. */
export const readChecks = { protocol: anInteger(0, 0xffff) };

/** A capture as far as it can be read. */
export interface Capture {
  /** Its format; absent if it resembles none. */
  readonly format?: CaptureFormat;
  /** Its packets, in the order of the file. */
  readonly packets: readonly CapturedPacket[];
  /** The reason why it cannot be read to its end; absent if it was. */
  readonly error?: CaptureError;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Reads a capture of any format, which shows itself by its first bytes. */
export class AnyReader {
  readonly #options: ReadOptions;
  #reader: CaptureReader | undefined;
  /** What came before the format was known. */
  #first = new Uint8Array();

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  get format(): CaptureFormat | undefined {
    return this.#reader?.format;
  }

  push(bytes: Uint8Array, sink: PacketSink): void {
    if (this.#reader !== undefined) return this.#reader.push(bytes, sink);
    this.#first = joined(this.#first, bytes);
    this.#begin(false, sink);
  }

  end(sink: PacketSink): void {
    if (this.#reader === undefined) this.#begin(true, sink);
    this.#reader?.end(sink);
  }

  #begin(isWhole: boolean, sink: PacketSink): void {
    this.#reader = readerOf(this.#first, isWhole, this.#options);
    this.#reader?.push(this.#first, sink);
  }
}

/**
 * Reads a capture: pcap, pcapng, datagrams in hexadecimal, or the output of strace, told apart by what they hold. Packets of
 * other protocols than netlink are skipped. A capture that is truncated or damaged is read up to there.
 *
 * @throws ArgumentError if an argument is unusable; never because of the bytes.
 *
 * @example
 * const { packets, error } = readCapture(readFileSync("netlink.pcap"));
 */
export function readCapture(bytes: Uint8Array, options: ReadOptions = {}): Capture {
  checkArgument("readCapture", "bytes", bytes, aByteArray);
  const reader = new AnyReader(checkOptions("readCapture", options, readChecks));
  const packets: CapturedPacket[] = [];
  const sink: PacketSink = (packet) => packets.push(packet);
  const read = () => ({ ...(reader.format && { format: reader.format }), packets });
  try {
    reader.push(bytes, sink);
    reader.end(sink);
    return read();
  } catch (error) {
    if (error instanceof CaptureError) return { ...read(), error };
    throw error;
  }
}
