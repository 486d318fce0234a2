import type { Socket } from "@rxnetlink/core";
import { endpointOf, type NumberedSocketOptions } from "@rxnetlink/core/internal";
import { defer, finalize, type Observable, tap } from "rxjs";
import { socketClosed, socketOpened } from "./channels.js";
import type { SocketTrace } from "./traces.js";

/** Publishes the opening of a socket, and its end. */
export function publishedSocket$(
  socket$: Observable<Socket>,
  options: NumberedSocketOptions,
): Observable<Socket> {
  return defer(() => {
    let trace: SocketTrace | undefined;
    const opened = ({ portId }: Socket) => {
      trace = { ...endpointOf(options), portId, groups: options.groups ?? [] };
      socketOpened.publish(trace);
    };
    const closed = () => trace && socketClosed.publish(trace);
    return socket$.pipe(tap(opened), finalize(closed));
  });
}
