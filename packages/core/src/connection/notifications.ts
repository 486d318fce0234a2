import { Observable } from "rxjs";
import type { Arrival, Socket } from "../transport.js";
import { inSubscriberContext } from "../values/async-context.js";
import type { MessageSet, NetlinkNotification, NotificationOptions } from "./notification.js";
import { candidatesByType, NotificationReader } from "./notification-reader.js";
import type { Counting } from "./receive.js";

/** Emits the notifications about some objects from a multicast socket. */
export function readNotifications<T>(
  socket$: Observable<Socket>,
  objects: readonly MessageSet<T>[],
  counting: Counting,
  { listening, flowControl }: NotificationOptions,
): Observable<NetlinkNotification<T>> {
  const candidates = candidatesByType(objects);
  return new Observable((subscriber) => {
    const reader = new NotificationReader(candidates, counting, subscriber);
    const error = (error: unknown) => subscriber.error(error);
    const complete = () => subscriber.complete();
    const next = (arrival: Arrival) => reader.receive(arrival);
    function listen(socket: Socket): void {
      socket.keepAlive(true);
      if (flowControl !== undefined)
        subscriber.add(flowControl.paused$.subscribe((closed) => socket.pause(closed)));
      subscriber.add(socket.arrivals$.pipe(inSubscriberContext()).subscribe({ next, error, complete }));
      listening?.();
    }
    return socket$.subscribe({ next: listen, error, complete });
  });
}
