import {
  type Datagram,
  type FlowControl,
  type NamespaceRef,
  type OverrunNotification,
  type Socket,
  SystemError,
  type Transport,
} from "@rxnetlink/core";
import { Observable, type Subscriber, type Subscription } from "rxjs";
import { AUDIT_NLGRP_READLOG } from "../control/messages.js";
import { NETLINK_AUDIT } from "../protocol.js";

/** Sockets of streams: where they are opened, and how. */
export interface StreamSocket {
  readonly transport: Transport;
  readonly namespace: NamespaceRef | undefined;
  readonly receiveBuffer: number | undefined;
  readonly flowControl: FlowControl | undefined;
}

const RECEIVE_BUFFER = 4 * 1024 * 1024;

const READ =
  "reading records needs CAP_AUDIT_READ in the initial user namespace; try root, outside of containers";

/** Returns an error of opening the socket, with a remedy if it is the right to read. */
const explained = (error: unknown) =>
  error instanceof SystemError && error.code === "EPERM"
    ? new SystemError(error.syscall, error.errno, READ, { cause: error })
    : error;

/** Reactions to what arrives on the socket of a stream. */
export interface StreamHandler {
  opened(socket: Socket): void;
  datagram(datagram: Datagram): void;
  overrun(overrun: OverrunNotification): void;
  /** A call failed, such as sending. */
  failed(error: Error): void;
  /** Called before the socket is closed: what is sent in this call still leaves. */
  closing?(): void;
}

/** Passes arrivals on. */
function arrivals(socket: Socket, handler: StreamHandler, subscriber: Subscriber<unknown>): Subscription {
  return socket.arrivals$.subscribe({
    next(arrival) {
      // Nobody but the kernel is believed.
      if (arrival.type === "datagram" && arrival.portId === 0) handler.datagram(arrival);
      else if (arrival.type === "overrun") handler.overrun(arrival);
      else if (arrival.type === "callFailed") handler.failed(arrival.error);
    },
    error: (error) => subscriber.error(error),
    complete: () => subscriber.complete(),
  });
}

/**
 * Opens a socket, which closes when the returned Observable is unsubscribed; it emits what the handler passes on.
 *
 * @param multicast - True to join the group of the records.
 */
export function streamOf<T>(
  { transport, namespace, receiveBuffer = RECEIVE_BUFFER, flowControl }: StreamSocket,
  multicast: boolean,
  handlerOf: (emit: (value: T) => void, fail: (error: unknown) => void) => StreamHandler,
): Observable<T> {
  return new Observable<T>((subscriber) => {
    const handler = handlerOf(
      (value) => subscriber.next(value),
      (error) => subscriber.error(error),
    );
    subscriber.add(() => handler.closing?.());
    const groups = multicast ? [AUDIT_NLGRP_READLOG] : [];
    const options = {
      protocol: NETLINK_AUDIT,
      groups,
      receiveBuffer,
      ...(namespace !== undefined && { namespace }),
    };
    const open = (socket: Socket) => {
      socket.keepAlive(true);
      subscriber.add(arrivals(socket, handler, subscriber));
      if (flowControl !== undefined)
        subscriber.add(flowControl.paused$.subscribe((paused) => socket.pause(paused)));
      handler.opened(socket);
    };
    subscriber.add(
      transport.socket$(options).subscribe({
        next: open,
        error: (error) => subscriber.error(explained(error)),
        complete: () => subscriber.complete(),
      }),
    );
  });
}
