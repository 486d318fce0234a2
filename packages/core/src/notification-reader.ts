import type { Subscriber } from "rxjs";
import type { DecodeError } from "./errors.js";
import { eachMessage, type MessageHeader, NLMSG_MIN_TYPE } from "./nlmsg.js";
import type { Change, Notification, ObjectLayout } from "./notifications.js";
import type { Counters } from "./statistics.js";
import type { Arrival, Datagram } from "./transport.js";

/** What a type of message tells. */
export interface Kind<T> {
  readonly event: "new" | "delete";
  readonly object: ObjectLayout<T>;
}

/** What the messages of some objects tell, by their type. */
export function kindsByType<T>(objects: readonly ObjectLayout<T>[]): Map<number, Kind<T>> {
  return new Map<number, Kind<T>>(
    objects.flatMap((object) => [
      [object.types.new, { event: "new" as const, object }] as const,
      [object.types.delete, { event: "delete" as const, object }] as const,
    ]),
  );
}

function changeOf<T>(
  { event, object }: Kind<T>,
  header: MessageHeader,
  value: T,
  { nsid }: Datagram,
): Change<T> {
  const { sequence, portId } = header;
  const change = { event, object: object.name, value, sequence, portId };
  return nsid === undefined ? change : { ...change, nsid };
}

/** Makes notifications of what arrives on one multicast socket. */
export class NotificationReader<T> {
  readonly #kinds: ReadonlyMap<number, Kind<T>>;
  readonly #counters: Counters;
  readonly #subscriber: Subscriber<Notification<T>>;

  constructor(
    kinds: ReadonlyMap<number, Kind<T>>,
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
    else if (arrival.portId !== 0) this.#counters.strays++;
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
    const kind = this.#kinds.get(header.type);
    if (kind === undefined) {
      if (header.type >= NLMSG_MIN_TYPE) this.#counters.strays++;
      return;
    }
    let value: T;
    try {
      value = kind.object.layout.read(datagram.view, at, end);
    } catch (error) {
      return this.#malformed(error, datagram.view, at, end);
    }
    this.#subscriber.next(changeOf(kind, header, value, datagram));
  }

  #malformed(error: unknown, view: DataView, at: number, end: number): void {
    this.#counters.malformed++;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, end - at).slice();
    this.#subscriber.next({ event: "malformed", error: error as DecodeError, bytes });
  }
}
