import { BlockWriter, encoded } from "@rxnetlink/capture/internal";
import { NLMSG_HDRLEN, NLMSG_NOOP, NLMSG_OVERRUN, nlmsghdr } from "@rxnetlink/core/schema";
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
  readonly #blocks = new BlockWriter();
  readonly #protocols: number[] = [];

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write;
    this.#blocks.section("rxnetlink");
    this.#flush();
  }

  /** Writes the opening of a socket; returns its number for later events. */
  opened(note: SocketNote): number {
    const { protocol, portId } = note;
    this.#blocks.interface({
      name: `netlink ${protocol}, port id ${portId}`,
      description: JSON.stringify(note),
    });
    this.#flush();
    return this.#protocols.push(protocol) - 1;
  }

  /** Writes an event of a socket; its time is in milliseconds since 1970. */
  happened(interfaceId: number, time: number, event: RecordedEvent): void {
    const comment = commentOf(event);
    const protocol = this.#protocols[interfaceId] ?? 0;
    const direction = event.type === "sent" ? "toKernel" : "toUser";
    const bytes = "bytes" in event ? event.bytes : placeholderOf(event.type);
    this.#blocks.packet(
      { protocol, direction, bytes },
      {
        interfaceId,
        time: BigInt(Math.round(time * 1000)),
        options: {
          ...(comment !== undefined && { comment }),
          // Tickets of questions that the calling thread asks are negative.
          ...("ticket" in event && { id: BigInt.asUintN(64, BigInt(event.ticket)) }),
        },
      },
    );
    this.#flush();
  }

  #flush(): void {
    this.#write(this.#blocks.take());
  }
}
