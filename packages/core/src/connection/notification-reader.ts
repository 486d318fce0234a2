import type { Subscriber } from "rxjs";
import type { DecodeError } from "../errors/errors.js";
import { eachMessage, type MessageHeader, NLMSG_MIN_TYPE } from "../message/nlmsg.js";
import type { Arrival, Datagram } from "../transport.js";
import type { Change, Notification, ObjectLayout } from "./notifications.js";
import type { Counters } from "./statistics.js";

/** What a type of message tells. */
export interface Kind<T> {
  readonly event: "new" | "delete";
  readonly object: ObjectLayout<T>;
}

/**
 * What the messages of some objects may tell, by their type. Several objects may have the same types: a neighbour and
 * an entry of a bridge's table.
 */
export function kindsByType<T>(objects: readonly ObjectLayout<T>[]): Map<number, Kind<T>[]> {
  const kinds = new Map<number, Kind<T>[]>();
  for (const object of objects)
    for (const event of ["new", "delete"] as const) {
      const type = object.types[event];
      if (type !== undefined) kinds.set(type, [...(kinds.get(type) ?? []), { event, object }]);
    }
  return kinds;
}

function changeOf<T>(
  { event, object }: Kind<T>,
  header: MessageHeader,
  value: T,
  { nsid }: Datagram,
): Change<T> {
  const { sequence, portId, flags } = header;
  const change = { event, object: object.name, value, sequence, portId, flags };
  return nsid === undefined ? change : { ...change, nsid };
}

/** Makes notifications of what arrives on one multicast socket. */
export class NotificationReader<T> {
  readonly #kinds: ReadonlyMap<number, readonly Kind<T>[]>;
  readonly #counters: Counters;
  readonly #subscriber: Subscriber<Notification<T>>;

  constructor(
    kinds: ReadonlyMap<number, readonly Kind<T>[]>,
    counters: Counters,
    subscriber: Subscriber<Notification<T>>,
  ) {
    this.#kinds = kinds;
    this.#counters = counters;
    this.#subscriber = subscriber;
  }

  /** Reads one arrival. */
  receive(arrival: Arrival): void {
    if (arrival.kind === "failed") return;
    if (arrival.kind === "overrun") this.#overrun(arrival.drops);
    else if (arrival.kind === "drained") this.#subscriber.next({ event: "drained" });
    else if (arrival.kind === "truncated" || arrival.portId !== 0) this.#counters.strays++;
    else this.#read(arrival);
  }

  #overrun(drops: number | undefined): void {
    this.#counters.overruns++;
    this.#subscriber.next(drops === undefined ? { event: "overrun" } : { event: "overrun", drops });
  }

  #read(datagram: Datagram): void {
    const { view, start, end } = datagram;
    this.#counters.datagrams++;
    this.#counters.bytes += end - start;
    try {
      eachMessage(view, start, end, (header, _, at, stop) => this.#message(datagram, header, at, stop));
    } catch (error) {
      this.#malformed(error, view, start, end);
    }
  }

  #message(datagram: Datagram, header: MessageHeader, at: number, end: number): void {
    this.#counters.messages++;
    const candidates = this.#kinds.get(header.type);
    if (candidates === undefined) {
      if (header.type >= NLMSG_MIN_TYPE) this.#counters.strays++;
      return;
    }
    const change = this.#changeOf(candidates, header, datagram, at, end);
    if (change !== undefined) this.#subscriber.next(change);
  }

  /** What a message tells; nothing where it is about no object of these, or cannot be read. */
  #changeOf(
    candidates: readonly Kind<T>[],
    header: MessageHeader,
    datagram: Datagram,
    at: number,
    end: number,
  ): Change<T> | undefined {
    try {
      for (const kind of candidates) {
        const value = kind.object.layout.read(datagram.view, at, end);
        if (kind.object.accepts?.(value) ?? true) return changeOf(kind, header, value, datagram);
      }
    } catch (error) {
      this.#malformed(error, datagram.view, at, end);
    }
    return undefined;
  }

  #malformed(error: unknown, view: DataView, at: number, end: number): void {
    this.#counters.malformed++;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, end - at).slice();
    this.#subscriber.next({ event: "malformed", error: error as DecodeError, bytes });
  }
}
