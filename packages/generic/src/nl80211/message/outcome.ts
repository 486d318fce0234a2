import {
  type Connection,
  type MessageSet,
  type NetlinkNotification,
  OutcomeUnknownError,
  type Request,
  type Session,
} from "@rxnetlink/core";
import { summaryOf } from "@rxnetlink/core/internal";
import { Observable, switchMap, take } from "rxjs";
import type { WifiAnyEvent } from "../event/layout.js";
import type { WifiMessage } from "./message.js";

/** Outcome of a task: a value, or an error. */
export type Outcome<R> = { readonly value: R } | { readonly error: Error };

/** A request that the kernel acknowledges when it begins, and whose outcome an event reports. */
export interface Task<R> {
  /** The request; its link is given by index. */
  readonly request: Request<WifiMessage>;
  /** Events about it. */
  readonly events: MessageSet<WifiAnyEvent>;
  /** The event by which it begins: earlier outcomes are those of others. */
  readonly begins?: WifiAnyEvent["event"];
  /** Returns the outcome that an event about the link reports. */
  outcomeOf(event: WifiAnyEvent): Outcome<R> | undefined;
  /** What undoes it, sent if the subscriber leaves before its end. */
  readonly undo: Request<WifiMessage>;
}

/** True if an event is about the link or device of a request. */
function concerns({ ifindex, wdev }: Partial<WifiMessage>, event: WifiAnyEvent): boolean {
  return ifindex === undefined ? event.wdev === wdev : event.ifindex === ifindex;
}

/** Runs a task on a socket that has joined the groups of its events: they and the acknowledgement come in the kernel's order. */
function run$<R>(session: Session<WifiAnyEvent>, task: Task<R>): Observable<R> {
  const { request, undo, begins, outcomeOf } = task;
  return new Observable((subscriber) => {
    let acknowledged = false;
    let ended = false;
    let outcome: Outcome<R> | undefined;
    const settle = () => {
      if (!acknowledged || outcome === undefined || ended) return;
      ended = true;
      if ("error" in outcome) subscriber.error(outcome.error);
      else subscriber.next(outcome.value);
    };
    const take = (notification: NetlinkNotification<WifiAnyEvent>) => {
      if (notification.type === "overrun") outcome = { error: new OutcomeUnknownError(summaryOf(request)) };
      else if ("value" in notification && concerns(request.value, notification.value))
        outcome = notification.value.event === begins ? undefined : outcomeOf(notification.value);
      settle();
    };
    // Not part of the subscription, which ends before the session does: only then is it known that nobody waits.
    session.notifications$.subscribe({
      next: take,
      complete() {
        if (acknowledged && !ended) session.send(undo);
      },
    });
    return session.execute$(request).subscribe({
      next() {
        acknowledged = true;
        settle();
      },
      error: (error) => {
        ended = true;
        subscriber.error(error);
      },
    });
  });
}

/** Sends the request of a task, and emits its outcome. */
export function outcome$<R>(connection: Connection, task: Task<R>): Observable<R> {
  return connection.session$([task.events], { groups: task.events.groups }).pipe(
    switchMap((session) => run$(session, task)),
    take(1),
  );
}
