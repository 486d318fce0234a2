import type { Subscriber } from "rxjs";
import type { DecodeError } from "../errors/errors.js";
import { eachMessage, type MessageHeader, NLMSG_MIN_TYPE } from "../message/nlmsg.js";
import type { Arrival, Datagram } from "../transport.js";
import type { ChangeNotification, MessageSet, NetlinkNotification } from "./notification.js";
import type { MutableStatistics } from "./statistics.js";

/** What a type of message tells. */
export interface Kind<T> {
  readonly type: "new" | "delete";
  readonly object: MessageSet<T>;
}

/**
 * What the messages of some objects may tell, by their type. Several objects may have the same types: a neighbour and
 * an entry of a bridge's table.
 */
export function kindsByType<T>(objects: readonly MessageSet<T>[]): Map<number, Kind<T>[]> {
  const kinds = new Map<number, Kind<T>[]>();
  for (const object of objects)
    for (const type of ["new", "delete"] as const) {
      const number = object.types[type];
      if (number !== undefined) kinds.set(number, [...(kinds.get(number) ?? []), { type, object }]);
    }
  return kinds;
}

function changeOf<T>(
  { type, object }: Kind<T>,
  header: MessageHeader,
  value: T,
  { nsid }: Datagram,
): ChangeNotification<T> {
  const { sequence, portId, flags } = header;
  const change = { type, object: object.name, value, sequence, portId, flags };
  return nsid === undefined ? change : { ...change, nsid };
}

/** Makes notifications of what arrives on one multicast socket. */
export class NotificationReader<T> {
  readonly #kinds: ReadonlyMap<number, readonly Kind<T>[]>;
  readonly #counters: MutableStatistics;
  readonly #subscriber: Subscriber<NetlinkNotification<T>>;

  constructor(
    kinds: ReadonlyMap<number, readonly Kind<T>[]>,
    counters: MutableStatistics,
    subscriber: Subscriber<NetlinkNotification<T>>,
  ) {
    this.#kinds = kinds;
    this.#counters = counters;
    this.#subscriber = subscriber;
  }

  /** Reads one arrival. */
  receive(arrival: Arrival): void {
    if (arrival.type === "callFailed") return;
    if (arrival.type === "overrun") this.#overrun(arrival.drops);
    else if (arrival.type === "drained") this.#subscriber.next({ type: "drained" });
    else if (arrival.type === "truncated" || arrival.portId !== 0) this.#counters.strays++;
    else this.#read(arrival);
  }

  #overrun(drops: number | undefined): void {
    this.#counters.overruns++;
    this.#subscriber.next(drops === undefined ? { type: "overrun" } : { type: "overrun", drops });
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
  ): ChangeNotification<T> | undefined {
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
    this.#subscriber.next({ type: "malformed", error: error as DecodeError, bytes });
  }
}
