import type { Observer } from "rxjs";
import type { DecodeError } from "../errors/errors.js";
import { type MessageHeader, NLMSG_MIN_TYPE } from "../message/nlmsg.js";
import type { Type } from "../schema/type.js";
import type { Arrival, Datagram } from "../transport.js";
import type { ChangeNotification, MessageSet, NetlinkNotification } from "./notification.js";
import { type ArrivalHandler, type Counting, receive } from "./receive.js";

/** An object that messages of one type may be about, and the event they then report. */
export interface Candidate<T> {
  readonly type: "new" | "delete";
  readonly object: MessageSet<T>;
  readonly layout: Type<T>;
}

/** Returns the candidates by message type. Objects may share message types, such as a neighbour and an FDB entry. */
export function candidatesByType<T>(objects: readonly MessageSet<T>[]): Map<number, Candidate<T>[]> {
  const candidates = new Map<number, Candidate<T>[]>();
  const put = (number: number | undefined, type: Candidate<T>["type"], object: MessageSet<T>) => {
    if (number === undefined) return;
    const layout = object.reports?.[number] ?? object.layout;
    candidates.set(number, [...(candidates.get(number) ?? []), { type, object, layout }]);
  };
  for (const object of objects) {
    for (const type of ["new", "delete"] as const) put(object.types[type], type, object);
    for (const number of object.alsoNotifiedBy ?? []) put(number, "new", object);
    for (const number of object.alsoRemovedBy ?? []) put(number, "delete", object);
  }
  return candidates;
}

function changeOf<T>(
  { type, object }: Candidate<T>,
  header: MessageHeader,
  value: T,
  { nsid }: Datagram,
): ChangeNotification<T> {
  const { sequence, portId, flags } = header;
  const change = { type, object: object.name, value, sequence, portId, flags };
  return nsid === undefined ? change : { ...change, nsid };
}

/** Turns the arrivals on one socket into notifications. */
export class NotificationReader<T> {
  readonly #candidates: ReadonlyMap<number, readonly Candidate<T>[]>;
  readonly #counting: Counting;
  readonly #subscriber: Pick<Observer<NetlinkNotification<T>>, "next">;
  /** Reactions to what arrives on the socket. */
  readonly handler: ArrivalHandler = {
    message: (header, datagram, at, end) => this.#message(header, datagram, at, end),
    malformed: (error, { view, start, end }) => this.#malformed(error, view, start, end),
    overrun: (drops) => this.#overrun(drops),
    drained: () => this.#subscriber.next({ type: "drained" }),
    callFailed: () => {},
  };

  constructor(
    candidates: ReadonlyMap<number, readonly Candidate<T>[]>,
    counting: Counting,
    subscriber: Pick<Observer<NetlinkNotification<T>>, "next">,
  ) {
    this.#candidates = candidates;
    this.#counting = counting;
    this.#subscriber = subscriber;
  }

  /** Reads one arrival. */
  receive(arrival: Arrival): void {
    receive(arrival, this.#counting, this.handler);
  }

  #overrun(drops: number | undefined): void {
    this.#subscriber.next(drops === undefined ? { type: "overrun" } : { type: "overrun", drops });
  }

  #message(header: MessageHeader, datagram: Datagram, at: number, end: number): void {
    const candidates = this.#candidates.get(header.type);
    if (candidates === undefined) {
      if (header.type >= NLMSG_MIN_TYPE) this.#counting.statistics.strays++;
      return;
    }
    const change = this.#changeOf(candidates, header, datagram, at, end);
    if (change === undefined) return;
    this.#counting.publisher.notification(change);
    this.#subscriber.next(change);
  }

  /** Returns the change that a message reports; `undefined` if it concerns none of the objects or cannot be decoded. */
  #changeOf(
    candidates: readonly Candidate<T>[],
    header: MessageHeader,
    datagram: Datagram,
    at: number,
    end: number,
  ): ChangeNotification<T> | undefined {
    try {
      for (const candidate of candidates) {
        const value = candidate.layout.read(datagram.view, at, end);
        if (candidate.object.accepts?.(value) ?? true) return changeOf(candidate, header, value, datagram);
      }
    } catch (error) {
      this.#counting.statistics.malformed++;
      this.#malformed(error, datagram.view, at, end);
    }
    return undefined;
  }

  #malformed(error: unknown, view: DataView, at: number, end: number): void {
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, end - at).slice();
    this.#subscriber.next({ type: "malformed", error: error as DecodeError, bytes });
  }
}
