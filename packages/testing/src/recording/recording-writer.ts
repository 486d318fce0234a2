import { NLMSG_HDRLEN, NLMSG_NOOP, NLMSG_OVERRUN, nlmsghdr, Writer } from "@rxnetlink/core/schema";
import { encoded } from "./options.js";
import {
  BYTE_ORDER_MAGIC,
  enhancedPacket,
  INBOUND,
  INTERFACE,
  interfaceDescription,
  LINKTYPE_NETLINK,
  OUTBOUND,
  PACKET,
  SECTION,
  sectionHeader,
  writeBlock,
} from "./pcapng.js";
import type { RecordedEvent, SocketNote } from "./recorded-event.js";

/** Returns the message that represents an event without a datagram: `NLMSG_NOOP`, or `NLMSG_OVERRUN`. */
function placeholderOf(kind: RecordedEvent["type"]): Uint8Array {
  const type = kind === "overrun" ? NLMSG_OVERRUN : NLMSG_NOOP;
  return encoded(nlmsghdr, { length: NLMSG_HDRLEN, type, flags: 0, sequence: 0, portId: 0 });
}

/** Returns the members of an event that its packet cannot hold, as JSON for a comment. */
function commentOf(event: RecordedEvent): string | undefined {
  const { type: kind, bytes: _, ticket: __, ...rest } = { bytes: undefined, ticket: undefined, ...event };
  const implied = kind === "sent" || kind === "datagram";
  const note = implied ? rest : { kind, ...rest };
  return Object.keys(note).length === 0 ? undefined : JSON.stringify(note);
}

/** Writes the events of sockets as a pcapng file, block by block. */
export class RecordingWriter {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #out = new Writer();
  readonly #protocols: number[] = [];

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write;
    writeBlock(this.#out, SECTION, sectionHeader, {
      magic: BYTE_ORDER_MAGIC,
      major: 1,
      minor: 0,
      sectionLength: -1n,
      options: { application: "rxnetlink" },
    });
    this.#flush();
  }

  /** Writes the opening of a socket; returns its number for later events. */
  opened(note: SocketNote): number {
    const { protocol, portId } = note;
    const name = `netlink ${protocol}, port id ${portId}`;
    const options = { name, description: JSON.stringify(note) };
    writeBlock(this.#out, INTERFACE, interfaceDescription, {
      linkType: LINKTYPE_NETLINK,
      snapLength: 0,
      options,
    });
    this.#flush();
    return this.#protocols.push(protocol) - 1;
  }

  /** Writes an event of a socket; its time is in milliseconds since 1970. */
  happened(interfaceId: number, time: number, event: RecordedEvent): void {
    const comment = commentOf(event);
    writeBlock(this.#out, PACKET, enhancedPacket, {
      interfaceId,
      time: Math.round(time * 1000),
      protocol: this.#protocols[interfaceId] ?? 0,
      bytes: "bytes" in event ? event.bytes : placeholderOf(event.type),
      options: {
        ...(comment !== undefined && { comment }),
        flags: event.type === "sent" ? OUTBOUND : INBOUND,
        ...("ticket" in event && { id: BigInt(event.ticket) }),
      },
    });
    this.#flush();
  }

  #flush(): void {
    this.#write(this.#out.take());
  }
}
