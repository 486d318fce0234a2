import type { Arrival, Datagram, Transport } from "@rxnetlink/core";
import { littleEndian, passedOn, withArrivals } from "@rxnetlink/core/internal";
import { eachMessage, NLMSG_HDRLEN, NLMSG_MIN_TYPE } from "@rxnetlink/core/schema";
import type { KernelTransport } from "@rxnetlink/transport";
import { concatMap, map } from "rxjs";

/** Splits a datagram into its messages; one that cannot be split stays whole. */
function messagesOf(datagram: Datagram): Datagram[] {
  const messages: Datagram[] = [];
  const { view, start, end } = datagram;
  try {
    eachMessage(view, start, end, (_, __, at, stop) =>
      messages.push({ ...datagram, start: at - NLMSG_HDRLEN, end: stop }),
    );
  } catch {
    return [datagram];
  }
  return messages;
}

/** Remembers the bytes of messages that arrive, so that they can be printed beside what they say. */
export class Heard {
  #messages: Uint8Array[] = [];

  /** Returns a transport over which messages arrive one by one, and are remembered. */
  readonly over = <T extends Transport>(transport: T): T => {
    const oneByOne = concatMap((arrival: Arrival) => this.#each(arrival));
    const { namespaces$ } = transport as Partial<KernelTransport>;
    const wrapped: Transport & Partial<Pick<KernelTransport, "namespaces$">> = {
      ...passedOn(transport),
      socket$: (options) => transport.socket$(options).pipe(map((socket) => withArrivals(socket, oneByOne))),
      close: () => transport.close(),
      ...(namespaces$ && { namespaces$: (options) => namespaces$.call(transport, options) }),
    };
    return wrapped as T;
  };

  /** Returns the messages that have arrived since it was last called, without those that end or refuse. */
  take(): readonly Uint8Array[] {
    const taken = this.#messages;
    this.#messages = [];
    return taken;
  }

  *#each(arrival: Arrival): Generator<Arrival> {
    if (arrival.type !== "datagram") return yield arrival;
    for (const message of messagesOf(arrival)) {
      const { view, start, end } = message;
      const bytes = new Uint8Array(view.buffer, view.byteOffset + start, end - start).slice();
      const type = bytes.length < NLMSG_HDRLEN ? 0 : new DataView(bytes.buffer).getUint16(4, littleEndian);
      if (type >= NLMSG_MIN_TYPE) this.#messages.push(bytes);
      yield message;
    }
  }
}
