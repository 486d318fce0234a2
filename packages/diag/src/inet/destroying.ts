import { type Ack, bindObject, type Connection, type Match, type ObjectDefinition } from "@rxnetlink/core";
import { deferred, isRecord } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { type InetMatch, ofBoth$ } from "./both-families.js";
import type { InetSocket } from "./object.js";
import type { InetQuery } from "./request.js";

/** Sockets that can be destroyed. */
export interface Destroyable<T> {
  /**
   * Destroys a socket, as `ss --kill` does: the next call of the process that has it errors with `ECONNABORTED`, and the remote
   * end of a connection is told by a reset. Needs `CAP_NET_ADMIN`, and a kernel with `CONFIG_INET_DIAG_DESTROY`.
   *
   * @param key - A socket that was listed, which is not mistaken for another, or its addresses and ports.
   * @throws KernelError with `ENOENT` if there is none.
   */
  destroy$(key: Match<T & InetQuery>): Observable<Ack>;
  /**
   * Lists the sockets that have all members of `match`, destroys them, and emits each that it requested to destroy. One that
   * ends meanwhile is no error.
   *
   * @param match - `"all"` for all sockets; a match that leaves none out is an error.
   *
   * @example
   * diag.tcp.destroyAll$({ dst: "192.0.2.1", states: ["established"] });
   */
  destroyAll$(match: Match<T & InetQuery> | "all"): Observable<T>;
}

/** Returns the verbs by which sockets are destroyed. */
export function destroyingOf<T extends InetSocket>(
  connection: Connection,
  definition: ObjectDefinition<T, InetQuery>,
): Destroyable<T> {
  const bound = bindObject<T, InetQuery, "list" | "delete">(connection, {
    ...definition,
    verbs: ["list", "delete"],
  });
  const { details = [] } = definition;
  const leavesNoneOut = (match: unknown) =>
    isRecord(match) && Object.keys(match).every((key) => (details as readonly string[]).includes(key));
  return {
    destroy$: (key) => bound.delete$(key),
    destroyAll$: (match) =>
      deferred(() => {
        if (match === "all") return ofBoth$<T, T>({}, (one) => bound.flush$(one));
        // It is refused there.
        if (leavesNoneOut(match)) return bound.flush$(match);
        return ofBoth$<T, T>(match as InetMatch<T>, (one) => bound.flush$(one));
      }),
  };
}
