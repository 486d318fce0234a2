import { type Ack, KernelError, type Request, type Session } from "@rxnetlink/core";
import { binary } from "@rxnetlink/core/schema";
import { catchError, map, mergeMap, type Observable, throwError } from "rxjs";
import { NFULNL_MSG_PACKET } from "../log/messages.js";

/** A message without a header, which the kernel ignores, if the sender may send any. */
const nothing = { type: NFULNL_MSG_PACKET, layout: binary, value: new Uint8Array(0) };

const GLUE =
  "this kernel was built without NETFILTER_NETLINK_GLUE_CT, which the option conntrack needs, or lacks another option";

/**
 * Binds a group or a queue to the socket of a session. The kernel gives the same error if the socket may do nothing and if
 * another socket has bound it: only in the second case may it send anything else.
 *
 * @param owned - Remedy if another socket has bound it.
 */
export function bind$<Q>(session: Session<unknown>, request: Request<Q>, owned: string): Observable<Ack> {
  const explained$ = (error: unknown) => {
    if (!(error instanceof KernelError)) return throwError(() => error);
    const hinted = (hint: string) => new KernelError({ ...error, hint }, error.request);
    if (error.code === "EOPNOTSUPP") return throwError(() => hinted(GLUE));
    if (error.code !== "EPERM") return throwError(() => error);
    return session.execute$(nothing).pipe(
      map(() => hinted(owned)),
      catchError(() => [error]),
      mergeMap((known) => throwError(() => known)),
    );
  };
  return session.execute$(request).pipe(catchError(explained$));
}
