import { aString, checkOptions, hostOrder } from "@rxnetlink/core/internal";
import { type ByteOrder, Writer } from "@rxnetlink/core/schema";
import { concat, defer, from, map, type Observable, type ObservableInput, of } from "rxjs";
import type { CapturedPacket } from "../packet.js";
import { byteOrderOf } from "../wire/byte-order.js";
import { BlockWriter } from "./block-writer.js";
import { NANOSECONDS } from "./times.js";

/** Name of the interface of packets without a source. */
const UNNAMED = "netlink";

/** Options of writing a capture. */
export interface WriteOptions {
  /** Name of the program that captured, for the header of the file; `"rxnetlink"` by default. */
  readonly application?: string;
}

/** Writes packets as pcapng, with an interface for each source. */
class PcapngWriter {
  readonly #application: string;
  /** Of a section, whose packets are all of one byte order. */
  #byteOrder: ByteOrder = hostOrder;
  #blocks = new BlockWriter();
  #sources = new Map<string | undefined, number>();

  constructor({ application = "rxnetlink" }: WriteOptions) {
    this.#application = application;
  }

  header(): Uint8Array {
    this.#blocks.section(this.#application);
    return this.#blocks.take();
  }

  packet(packet: CapturedPacket): Uint8Array {
    const { time = 0n, comment, source } = packet;
    const byteOrder = byteOrderOf(packet) ?? this.#byteOrder;
    if (byteOrder !== this.#byteOrder) this.#section(byteOrder);
    const interfaceId = this.#interface(source);
    this.#blocks.packet(packet, {
      interfaceId,
      time,
      options: { ...(comment !== undefined && { comment }) },
    });
    return this.#blocks.take();
  }

  /** Begins a section for what a machine of the other byte order said. */
  #section(byteOrder: ByteOrder): void {
    this.#byteOrder = byteOrder;
    this.#blocks = new BlockWriter(byteOrder);
    this.#blocks.section(this.#application);
    this.#sources = new Map();
  }

  /** Returns the number of an interface, which it describes before the first packet of it. */
  #interface(source: string | undefined): number {
    const known = this.#sources.get(source);
    if (known !== undefined) return known;
    this.#blocks.interface({ name: source ?? UNNAMED, tsresol: NANOSECONDS });
    const number = this.#sources.size;
    this.#sources.set(source, number);
    return number;
  }
}

/**
 * Writes packets as a pcapng file, which Wireshark and tcpdump open. The first value is its header, each further one a packet:
 * one after the other they are a file at any time.
 *
 * @example
 * pcapng$(packets$(bytes)).subscribe((bytes) => appendFileSync("netlink.pcapng", bytes));
 */
export function pcapng$(
  packets: ObservableInput<CapturedPacket>,
  options: WriteOptions = {},
): Observable<Uint8Array> {
  return defer(() => {
    const checked = checkOptions("pcapng$", options, { application: aString });
    const writer = new PcapngWriter(checked);
    return concat(of(writer.header()), from(packets).pipe(map((packet) => writer.packet(packet))));
  });
}

/**
 * Returns packets as a pcapng file; see {@link pcapng$}.
 *
 * @throws EncodeError if a packet has an impossible member, such as a protocol above 65535.
 */
export function pcapng(packets: Iterable<CapturedPacket>, options: WriteOptions = {}): Uint8Array {
  const checked = checkOptions("pcapng", options, { application: aString });
  const writer = new PcapngWriter(checked);
  const out = new Writer();
  out.append(writer.header());
  for (const packet of packets) out.append(writer.packet(packet));
  return out.take();
}
