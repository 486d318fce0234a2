import type { Connection, RequestLabel } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { NLM_F_ACK, type Type } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";

/** A request for what no verb says. */
export interface Command<Q, R = Q> {
  /** Message type. */
  readonly type: number;
  /** Layout of the request. */
  readonly layout: Type<Q>;
  /** Layout of the replies, if it differs. */
  readonly reply?: Type<R>;
  /** The object and the verb, for errors. */
  readonly label: Pick<RequestLabel, "object" | "verb">;
  /** Time allowed for the first reply in milliseconds, if it differs from that of the connection; 0 is unlimited. */
  readonly timeout?: number;
}

const NAMED_BY = ["busName", "devName", "portIndex"];

const requestOf = <Q, R>(command: Command<Q, R>, value: Partial<Q>) => ({
  ...command,
  label: { ...command.label, namedBy: NAMED_BY },
  value,
});

/** Sends a command and emits its one reply, or all of a reply in parts. */
export function ask$<Q, R = Q>(
  connection: Connection,
  command: Command<Q, R>,
  value: Partial<Q>,
): Observable<R> {
  return deferred(() => connection.request$(requestOf(command, value)));
}

/** Sends a command, and emits what it replies before the kernel has acknowledged it, which may be nothing. */
export function askAcknowledged$<Q, R = Q>(
  connection: Connection,
  command: Command<Q, R>,
  value: Partial<Q>,
): Observable<R> {
  return deferred(() => connection.request$({ ...requestOf(command, value), flags: NLM_F_ACK }));
}

/** Sends a command that has no reply but the acknowledgement. */
export function tell$<Q>(connection: Connection, command: Command<Q>, value: Partial<Q>) {
  return deferred(() => connection.execute$(requestOf(command, value)));
}

/** Sends a command that lists, and emits the rows. */
export function list$<Q, R = Q>(
  connection: Connection,
  command: Command<Q, R>,
  value: Partial<Q>,
): Observable<R> {
  return deferred(() => connection.dump$(requestOf(command, value)));
}
