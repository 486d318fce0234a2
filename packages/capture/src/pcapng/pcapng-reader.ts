import type { CapturedPacket, PacketSink } from "../packet.js";
import { readFrame } from "../wire/cooked-header.js";
import { FOREIGN, HOST } from "../wire/integers.js";
import { RecordReader } from "../wire/record-reader.js";
import {
  BLOCK_HEADER,
  type Blocks,
  BYTE_ORDER_MAGIC,
  blocksIn,
  INTERFACE,
  type InterfaceDescription,
  isInbound,
  isOutbound,
  PACKET,
  SECTION,
  SIMPLE_PACKET,
  TRAILER,
} from "./blocks.js";
import { timesOf } from "./times.js";

const host = blocksIn(HOST);
const foreign = blocksIn(FOREIGN);
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
  #blocks: Blocks = host;
  #sources: Source[] = [];

  protected sizeOf(view: DataView): number | undefined {
    if (view.byteLength < BLOCK_HEADER + TRAILER) return undefined;
    // The number is the same in both byte orders, and the order of a section is known by what follows.
    if (host.length.read(view, 0, view.byteLength) === SECTION) this.#blocks = this.#orderOf(view);
    const { length } = this.#blocks.blockHeader.read(view, 0, view.byteLength);
    if (length < BLOCK_HEADER + TRAILER || length % 4 !== 0)
      throw this.failure(`a block has the invalid length ${length}`);
    return length;
  }

  protected record(view: DataView, sink: PacketSink): void {
    const end = view.byteLength - TRAILER;
    const { type, length } = this.#blocks.blockHeader.read(view, 0, view.byteLength);
    if (this.#blocks.length.read(view, end, view.byteLength) !== length)
      throw this.failure("the lengths before and behind a block differ");
    if (type === SECTION) this.#section(view, end);
    else if (type === INTERFACE) this.#interface(view, end);
    else if (type === PACKET) this.#packet(view, end, sink);
    else if (type === SIMPLE_PACKET) this.#simplePacket(view, end, sink);
  }

  #orderOf(view: DataView): Blocks {
    const found = [host, foreign].find(
      ({ length }) => length.read(view, BLOCK_HEADER, view.byteLength) === BYTE_ORDER_MAGIC,
    );
    if (found === undefined) throw this.failure("a section header shows no byte order");
    return found;
  }

  #section(view: DataView, end: number): void {
    const { major } = this.#blocks.sectionHeader.read(view, BLOCK_HEADER, end);
    if (major !== MAJOR) throw this.failure(`a section has the unknown version ${major}`);
    this.#sources = [];
  }

  #interface(view: DataView, end: number): void {
    const source = sourceOf(this.#blocks.interfaceDescription.read(view, BLOCK_HEADER, end));
    this.captured(source.linkType);
    this.#sources.push(source);
  }

  #source(id: number): Source {
    const source = this.#sources[id];
    if (source === undefined) throw this.failure(`a packet is of the unknown interface ${id}`);
    return source;
  }

  #packet(view: DataView, end: number, sink: PacketSink): void {
    const { interfaceId, time, frame, originalLength, options } = this.#blocks.enhancedPacket.read(
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
    const { originalLength, frame } = this.#blocks.simplePacket.read(view, BLOCK_HEADER, end);
    const source = this.#source(0);
    const length = Math.min(originalLength, source.snapLength || originalLength);
    this.#emit(source, frame.subarray(0, length), sink, { originalLength });
  }

  #emit(source: Source, frame: Uint8Array, sink: PacketSink, { originalLength, ...details }: Details): void {
    const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
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
