import {
  type Arrival,
  DecodeError,
  type Drained,
  type NamespaceRef,
  type Overrun,
  type Transport,
} from "@rxnetlink/core";
import {
  aTransport,
  checkOptions,
  type OptionChecks,
  oneOf,
  socketOptionChecks,
} from "@rxnetlink/core/internal";
import { eachMessage } from "@rxnetlink/core/schema";
import { concatMap, defer, from, mergeMap, type Observable } from "rxjs";
import type { IscsiEvent } from "./event.js";
import { ISCSI_NL_GRP_ISCSID, ISCSI_NL_GRP_UIP, NETLINK_ISCSI } from "./numbers.js";
import { readIscsiEvent } from "./read-event.js";

/** A message could not be decoded; the following ones are not affected. */
export interface IscsiMalformed {
  /** Discriminates what arrives. */
  readonly type: "malformed";
  /** The fault. */
  readonly error: Error;
}

/** Anything in a stream of events; discriminated by `type`. */
export type IscsiArrival = IscsiEvent | IscsiMalformed | Overrun | Drained;

/** Options of a stream of events. */
export interface IscsiEventOptions {
  /** The daemon that the events are for: `"iscsid"` (the default), or `"uip"` for requests of adapters. */
  readonly group?: "iscsid" | "uip";
}

/** `NETLINK_ISCSI`: what the kernel reports to the daemon `iscsid`. */
export interface Iscsi {
  /**
   * Emits events until unsubscribed. It needs `CAP_NET_ADMIN`, and does not disturb the daemon, which stays the one to act on
   * them.
   */
  events$(options?: IscsiEventOptions): Observable<IscsiArrival>;
}

/** Options of {@link iscsi}. */
export interface IscsiOptions<T extends Transport = Transport> {
  /** Transport of the events. */
  readonly transport: T;
  /** Network namespace; the kernel speaks in the first one only. */
  readonly namespace?: NamespaceRef;
}

const { namespace } = socketOptionChecks;
const OPTIONS: OptionChecks<IscsiOptions> = { transport: aTransport, namespace };
const EVENT_OPTIONS: OptionChecks<IscsiEventOptions> = { group: oneOf("iscsid", "uip") };
const GROUPS = { iscsid: ISCSI_NL_GRP_ISCSID, uip: ISCSI_NL_GRP_UIP } as const;

/** Returns the events in an arrival. The kernel's messages have no type, so that a `Connection` would pass over them. */
function eventsIn(arrival: Arrival): IscsiArrival[] {
  if (arrival.type === "overrun" || arrival.type === "drained") return [arrival];
  if (arrival.type !== "datagram") {
    const error =
      arrival.type === "callFailed" ? arrival.error : new DecodeError("longer than the receive buffer");
    return [{ type: "malformed", error }];
  }
  const events: IscsiArrival[] = [];
  try {
    eachMessage(arrival.view, arrival.start, arrival.end, (_header, view, at, end) => {
      events.push(readIscsiEvent(view, at, end));
    });
  } catch (error) {
    events.push({ type: "malformed", error: error as Error });
  }
  return events;
}

/**
 * Listens to `NETLINK_ISCSI` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function iscsi(options: IscsiOptions): Iscsi {
  const { transport, ...place } = checkOptions("iscsi", options, OPTIONS);
  return {
    events$: (given = {}) =>
      defer(() => {
        const { group = "iscsid" } = checkOptions("events$", given, EVENT_OPTIONS);
        return transport.socket$({ ...place, protocol: NETLINK_ISCSI, groups: [GROUPS[group]] });
      }).pipe(
        mergeMap((socket) => {
          socket.keepAlive(true);
          return socket.arrivals$.pipe(concatMap((arrival) => from(eventsIn(arrival))));
        }),
      ),
  };
}
