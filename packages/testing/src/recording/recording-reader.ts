import {
  BLOCK_HEADER,
  BYTE_ORDER_MAGIC,
  blockHeader,
  cookedHeader,
  enhancedPacket,
  INTERFACE,
  interfaceDescription,
  OUTBOUND,
  PACKET,
  SECTION,
  TRAILER,
} from "@rxnetlink/capture/internal";
import { DecodeError } from "@rxnetlink/core";
import { type Infer, u32 } from "@rxnetlink/core/schema";
import type { RecordedEvent, SocketNote } from "./recorded-event.js";

type Packet = Infer<typeof enhancedPacket>;

/** Visits the body of each complete block; a truncated last one is skipped. */
function eachBlock(view: DataView, visit: (type: number, at: number, end: number) => void): void {
  const end = view.byteLength;
  for (let at = 0; end - at >= BLOCK_HEADER + TRAILER; ) {
    const { type, length } = blockHeader.read(view, at, end);
    // Its length may be in the other byte order.
    if (type === SECTION && at > 0) throw new DecodeError("several recordings in one file");
    if (length < BLOCK_HEADER + TRAILER || length % 4 !== 0)
      throw new DecodeError(`a block at byte ${at} has the invalid length ${length}`);
    if (length > end - at) return;
    visit(type, at + BLOCK_HEADER, at + length - TRAILER);
    at += length;
  }
}

/** An event and its time, in milliseconds since the socket was opened. */
export interface Timed {
  readonly at: number;
  readonly event: RecordedEvent;
}

/** A socket of a recording and its events. */
export interface RecordedSocket extends SocketNote {
  readonly events: readonly Timed[];
}

/** Parses a comment; returns `undefined` for one that a person wrote. */
function parseNote(text: string | undefined): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return undefined;
  }
}

function isSocketNote(note: object | undefined): note is SocketNote {
  const { protocol, portId, opened, groups } = { ...note } as Partial<SocketNote>;
  return [protocol, portId, opened].every((it) => typeof it === "number") && Array.isArray(groups);
}

function eventOf({ frame, options: { comment, flags, id } }: Packet): RecordedEvent {
  const { kind: type = flags === OUTBOUND ? "sent" : "datagram", ...note } = parseNote(comment) ?? {};
  const ticket = id === undefined ? {} : { ticket: Number(BigInt.asIntN(64, id)) };
  if (frame.length < cookedHeader.size!) throw new DecodeError("a packet is too short for its header");
  const data = type === "sent" || type === "datagram" ? { bytes: frame.subarray(cookedHeader.size) } : {};
  return { ...note, ...data, ...ticket, type } as RecordedEvent;
}

/** The state of reading a file: the sockets found so far. */
class Reading {
  readonly sockets: (SocketNote & { readonly events: Timed[] })[] = [];
  #last = 0;

  interface(view: DataView, at: number, end: number): void {
    const { description } = interfaceDescription.read(view, at, end).options;
    const note = parseNote(description);
    if (!isSocketNote(note)) throw new DecodeError("not written by recording()");
    this.sockets.push({ ...note, events: [] });
  }

  packet(view: DataView, at: number, end: number): void {
    const packet = enhancedPacket.read(view, at, end);
    const socket = this.sockets[packet.interfaceId];
    if (socket === undefined)
      throw new DecodeError(`a packet of the unknown interface ${packet.interfaceId}`);
    this.#last = Number(packet.time) / 1000;
    socket.events.push({ at: this.#last - socket.opened, event: eventOf(packet) });
  }

  /** Closes sockets that were open at the end of the recording. */
  end(): readonly RecordedSocket[] {
    for (const { events, opened } of this.sockets)
      if (!/^(ended|closed)$/.test(events.at(-1)?.event.type ?? ""))
        events.push({ at: Math.max(0, this.#last - opened), event: { type: "closed" } });
    return this.sockets;
  }
}

const NOTHING = { type: 0, length: 0 };

/** Refuses files that do not start as a recording of a machine of this byte order: requests have other bytes in the other one. */
function checkStart(view: DataView): void {
  const end = view.byteLength;
  const { type, length } = end < BLOCK_HEADER + TRAILER ? NOTHING : blockHeader.read(view, 0, end);
  if (type !== SECTION) throw new DecodeError("not a recording: it does not start like a pcapng file");
  if (u32.read(view, BLOCK_HEADER, end) !== BYTE_ORDER_MAGIC)
    throw new DecodeError("recorded on a machine with the other byte order, which its messages use too");
  if (length > end) throw new DecodeError("not a recording: it ends within its first block");
}

/**
 * Reads the output of `recording()`. A truncated file ends with the last complete block.
 *
 * @throws DecodeError if the file is not a recording.
 */
export function readRecording(bytes: Uint8Array): readonly RecordedSocket[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reading = new Reading();
  checkStart(view);
  eachBlock(view, (type, at, end) => {
    if (type === INTERFACE) reading.interface(view, at, end);
    else if (type === PACKET) reading.packet(view, at, end);
  });
  return reading.end();
}
