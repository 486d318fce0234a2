import {
  type ChangeNotification,
  ClosedError,
  type Connection,
  type DrainedNotification,
  type MalformedNotification,
  type MessageSet,
  type NetlinkNotification,
  type NotificationOptions,
  type OverrunNotification,
} from "@rxnetlink/core";
import {
  aBoolean,
  aFunction,
  anArray,
  anything,
  checkArgument,
  checkOptions,
  deferred,
  oneOf,
} from "@rxnetlink/core/internal";
import { NLM_F_CREATE } from "@rxnetlink/core/schema";
import { catchError, EMPTY, map, type Observable, switchMap, throwError } from "rxjs";
import {
  NFNLGRP_CONNTRACK_DESTROY,
  NFNLGRP_CONNTRACK_NEW,
  NFNLGRP_CONNTRACK_UPDATE,
} from "../../common/nfnlgrp.js";
import type { Conntrack } from "./layout.js";
import { conntrackObject } from "./object.js";

const GROUPS = {
  new: NFNLGRP_CONNTRACK_NEW,
  update: NFNLGRP_CONNTRACK_UPDATE,
  destroy: NFNLGRP_CONNTRACK_DESTROY,
};

/** Members of all events of a connection. */
interface Reported {
  /** The connection. */
  readonly conntrack: Conntrack;
  /** Port id of the socket whose request caused it; 0 if a packet or the clock did. */
  readonly portId: number;
}

/** A connection began. */
export interface ConntrackNew extends Reported {
  /** Discriminates events. */
  readonly type: "new";
}

/** A connection changed; it has the changed members, the tuples, the id, the status and the timeout. */
export interface ConntrackUpdate extends Reported {
  /** Discriminates events. */
  readonly type: "update";
}

/** A connection ended; it has its counters and times. */
export interface ConntrackDestroy extends Reported {
  /** Discriminates events. */
  readonly type: "destroy";
}

/** Any value of `events$`; discriminated by `type`. */
export type ConntrackEvent =
  | ConntrackNew
  | ConntrackUpdate
  | ConntrackDestroy
  | OverrunNotification
  | DrainedNotification
  | MalformedNotification;

/** Options of `events$`. */
export interface ConntrackEventOptions extends NotificationOptions {
  /** Kinds of events; all by default. Updates are the most by far. */
  readonly events?: readonly (keyof typeof GROUPS)[];
  /**
   * Has the kernel keep what could not be delivered and try again: nothing is lost while the reader is slow, and there is no
   * `overrun`. Ended connections then stay in the table until their event is delivered: a reader that stops fills it, and the
   * kernel drops the packets of new connections. Off by default.
   */
  readonly reliable?: boolean;
}

const CHECKS = { events: anArray, reliable: aBoolean, listening: aFunction, flowControl: anything };

function eventOf(notification: NetlinkNotification<Conntrack>): ConntrackEvent {
  if (!("value" in notification)) return notification;
  const { value: conntrack, portId } = notification;
  return { type: kindOf(notification), conntrack, portId };
}

/** Returns the kind of a notification: those of new and of changed connections differ in their flags only. */
function kindOf({ type, flags }: ChangeNotification<Conntrack>): keyof typeof GROUPS {
  if (type === "delete") return "destroy";
  return (flags & NLM_F_CREATE) === 0 ? "update" : "new";
}

function reliable$(
  connection: Connection,
  messages: MessageSet<Conntrack>,
  { listening, flowControl }: NotificationOptions,
): Observable<NetlinkNotification<Conntrack>> {
  const { groups } = messages;
  const options = { groups, noEnobufs: true, broadcastError: true, ...(flowControl && { flowControl }) };
  const ended = (error: unknown) =>
    error instanceof ClosedError && error.cause === undefined ? EMPTY : throwError(() => error);
  return connection.session$([messages], options).pipe(
    switchMap(({ notifications$ }) => {
      listening?.();
      return notifications$;
    }),
    catchError(ended),
  );
}

/** Emits events of connections; see {@link Conntracks.events$}. */
export function events$(
  connection: Connection,
  given: ConntrackEventOptions = {},
): Observable<ConntrackEvent> {
  return deferred(() => {
    const { events = [], reliable = false, ...options } = checkOptions("events$", given, CHECKS);
    for (const [index, event] of events.entries())
      checkArgument("events$", `events[${index}]`, event, oneOf(...Object.keys(GROUPS)));
    const groups = events.length === 0 ? conntrackObject.groups : events.map((event) => GROUPS[event]);
    const messages = { ...conntrackObject, groups };
    const notifications$ = reliable
      ? reliable$(connection, messages, options)
      : connection.notifications$([messages], options);
    return notifications$.pipe(map(eventOf));
  });
}
