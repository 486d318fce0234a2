import type { Arrival, FlowControl, Socket, SocketOptions, Transport } from "@rxnetlink/core";
import { inSubscriberContext } from "@rxnetlink/core/internal";
import { Observable } from "rxjs";

/** Reactions to a socket of {@link arrivals$}. */
export interface SocketUse {
  /** Stops reading while it is paused. */
  readonly flowControl?: FlowControl | undefined;
  /** Called when the socket is open and has joined its groups. */
  opened?(socket: Socket): void;
  /** Called before the socket is closed: what is sent in this call still leaves. */
  closing?(socket: Socket): void;
}

/** Opens a socket and emits what arrives on it. It keeps the process alive, and closes with the subscription. */
export function arrivals$(
  transport: Transport,
  options: SocketOptions,
  { flowControl, opened, closing }: SocketUse = {},
): Observable<Arrival> {
  return new Observable((subscriber) => {
    const error = (error: unknown) => subscriber.error(error);
    const complete = () => subscriber.complete();
    let open: Socket | undefined;
    function use(socket: Socket): void {
      open = socket;
      socket.keepAlive(true);
      if (flowControl !== undefined)
        subscriber.add(flowControl.paused$.subscribe((paused) => socket.pause(paused)));
      const next = (arrival: Arrival) => subscriber.next(arrival);
      subscriber.add(socket.arrivals$.pipe(inSubscriberContext()).subscribe({ next, error, complete }));
      opened?.(socket);
    }
    const unlimited$ = transport.socket$(options);
    const socket$ = transport.supply?.open$(unlimited$, false) ?? unlimited$;
    const opening = socket$.subscribe({ next: use, error, complete });
    return () => {
      if (open !== undefined) closing?.(open);
      opening.unsubscribe();
    };
  });
}
