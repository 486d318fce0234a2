import { type ByteOrder, Writer } from "@rxnetlink/core/schema";
import type { CapturedPacket } from "../packet.js";
import { ARPHRD_NETLINK, cookedHeader, LINKTYPE_NETLINK, packetTypeOf } from "../wire/cooked-header.js";
import {
  BYTE_ORDER_MAGIC,
  enhancedPacket,
  INBOUND,
  INTERFACE,
  type InterfaceDescription,
  interfaceDescription,
  OUTBOUND,
  PACKET,
  type PacketBlock,
  SECTION,
  sectionHeader,
  writeBlock,
} from "./blocks.js";

const FLAGS = { toKernel: OUTBOUND, toUser: INBOUND };

type PacketOptions = Omit<PacketBlock["options"], "flags">;

/** Where and when a packet was captured, and more about it. */
export interface PacketNote {
  /** Index of its interface, from 0. */
  readonly interfaceId: number;
  /** Time in the units of the interface, since 1970. */
  readonly time: bigint;
  readonly options?: PacketOptions;
}

function frameOf({ protocol, direction, bytes }: CapturedPacket): Uint8Array {
  const out = new Writer(bytes.length + cookedHeader.size!);
  const packetType = packetTypeOf(direction);
  cookedHeader.write(out, { packetType, hardwareType: ARPHRD_NETLINK, protocol });
  out.append(bytes);
  return out.take();
}

/** Writes the blocks of a pcapng file of netlink. */
export class BlockWriter {
  readonly #out: Writer;

  /** @param byteOrder - That of the machine whose messages it writes; by default this one. */
  constructor(byteOrder?: ByteOrder) {
    this.#out = new Writer(undefined, false, false, byteOrder);
  }

  /** Begins a section, as each file does. */
  section(application: string): void {
    writeBlock(this.#out, SECTION, sectionHeader, {
      magic: BYTE_ORDER_MAGIC,
      major: 1,
      minor: 0,
      sectionLength: -1n,
      options: { application },
    });
  }

  /** Describes the next interface. */
  interface(options: InterfaceDescription["options"]): void {
    writeBlock(this.#out, INTERFACE, interfaceDescription, {
      linkType: LINKTYPE_NETLINK,
      snapLength: 0,
      options,
    });
  }

  /** Writes a packet. */
  packet(packet: CapturedPacket, { options, ...place }: PacketNote): void {
    const { bytes, size = bytes.length, direction } = packet;
    writeBlock(this.#out, PACKET, enhancedPacket, {
      ...place,
      originalLength: size + cookedHeader.size!,
      frame: frameOf(packet),
      options: { ...options, ...(direction && { flags: FLAGS[direction] }) },
    });
  }

  /** Returns what was written since it was last called. */
  take(): Uint8Array {
    return this.#out.take();
  }
}
