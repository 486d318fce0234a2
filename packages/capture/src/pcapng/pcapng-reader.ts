import { hostOrder } from "@rxnetlink/core/internal";
import { type ByteOrder, u32, viewOf } from "@rxnetlink/core/schema";
import type { CapturedPacket, PacketSink } from "../packet.js";
import { BYTE_ORDERS } from "../wire/byte-order.js";
import { readFrame } from "../wire/cooked-header.js";
import { RecordReader } from "../wire/record-reader.js";
import {
  BLOCK_HEADER,
  BYTE_ORDER_MAGIC,
  blockHeader,
  blockTrailer,
  enhancedPacket,
  INTERFACE,
  type InterfaceDescription,
  interfaceDescription,
  isInbound,
  isOutbound,
  PACKET,
  SECTION,
  SIMPLE_PACKET,
  sectionHeader,
  simplePacket,
  TRAILER,
} from "./blocks.js";
import { timesOf } from "./times.js";

const MAJOR = 1;

/** A place of capture. */
interface Source {
  readonly linkType: number;
  readonly snapLength: number;
  readonly name: string | undefined;
  /** Returns a time in nanoseconds. */
  nanoseconds(time: bigint): bigint;
}

function sourceOf({ linkType, snapLength, options }: InterfaceDescription): Source {
  return { linkType, snapLength, name: options.name, nanoseconds: timesOf(options) };
}

/** Details of a packet that its frame does not hold. */
type Details = Omit<CapturedPacket, "protocol" | "bytes"> & { readonly originalLength: number };

/** Reads pcapng. Blocks of other types are skipped. */
export class PcapngReader extends RecordReader {
  readonly format = "pcapng";
  #byteOrder: ByteOrder = hostOrder;
  #sources: Source[] = [];

  protected sizeOf(bytes: Uint8Array): number | undefined {
    if (bytes.length < BLOCK_HEADER + TRAILER) return undefined;
    // The number is the same in both byte orders, and the order of a section is known by what follows.
    if (u32.read(viewOf(bytes), 0, bytes.length) === SECTION) this.#byteOrder = this.#orderOf(bytes);
    const { length } = blockHeader.read(viewOf(bytes, this.#byteOrder), 0, bytes.length);
    if (length < BLOCK_HEADER + TRAILER || length % 4 !== 0)
      throw this.failure(`a block has the invalid length ${length}`);
    return length;
  }

  protected record(bytes: Uint8Array, sink: PacketSink): void {
    const view = viewOf(bytes, this.#byteOrder);
    const end = bytes.length - TRAILER;
    const { type, length } = blockHeader.read(view, 0, bytes.length);
    if (blockTrailer.read(view, end, bytes.length) !== length)
      throw this.failure("the lengths before and behind a block differ");
    if (type === SECTION) this.#section(view, end);
    else if (type === INTERFACE) this.#interface(view, end);
    else if (type === PACKET) this.#packet(view, end, sink);
    else if (type === SIMPLE_PACKET) this.#simplePacket(view, end, sink);
  }

  #orderOf(bytes: Uint8Array): ByteOrder {
    const found = BYTE_ORDERS.find(
      (byteOrder) => u32.read(viewOf(bytes, byteOrder), BLOCK_HEADER, bytes.length) === BYTE_ORDER_MAGIC,
    );
    if (found === undefined) throw this.failure("a section header shows no byte order");
    return found;
  }

  #section(view: DataView, end: number): void {
    const { major } = sectionHeader.read(view, BLOCK_HEADER, end);
    if (major !== MAJOR) throw this.failure(`a section has the unknown version ${major}`);
    this.#sources = [];
  }

  #interface(view: DataView, end: number): void {
    const source = sourceOf(interfaceDescription.read(view, BLOCK_HEADER, end));
    this.captured(source.linkType);
    this.#sources.push(source);
  }

  #source(id: number): Source {
    const source = this.#sources[id];
    if (source === undefined) throw this.failure(`a packet is of the unknown interface ${id}`);
    return source;
  }

  #packet(view: DataView, end: number, sink: PacketSink): void {
    const { interfaceId, time, frame, originalLength, options } = enhancedPacket.read(
      view,
      BLOCK_HEADER,
      end,
    );
    const source = this.#source(interfaceId);
    const { comment, flags } = options;
    this.#emit(source, frame, sink, {
      time: source.nanoseconds(time),
      originalLength,
      ...(comment !== undefined && { comment }),
      ...(isOutbound(flags) && { direction: "toKernel" }),
      ...(isInbound(flags) && { direction: "toUser" }),
    });
  }

  #simplePacket(view: DataView, end: number, sink: PacketSink): void {
    const { originalLength, frame } = simplePacket.read(view, BLOCK_HEADER, end);
    const source = this.#source(0);
    const length = Math.min(originalLength, source.snapLength || originalLength);
    this.#emit(source, frame.subarray(0, length), sink, { originalLength });
  }

  #emit(source: Source, frame: Uint8Array, sink: PacketSink, { originalLength, ...details }: Details): void {
    const view = viewOf(frame);
    const read = readFrame(source.linkType, view, 0, frame.length);
    if (read === undefined) return;
    const { headerSize, ...packet } = read;
    const size = originalLength - headerSize;
    sink({
      ...packet,
      ...details,
      ...(size > packet.bytes.length && { size }),
      ...(source.name !== undefined && { source: source.name }),
    });
  }
}
