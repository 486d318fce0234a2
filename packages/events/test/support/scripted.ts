import type { Datagram, SocketOptions } from "@rxnetlink/core";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import type { Observable, Subscription } from "rxjs";

/** A stream over a scripted transport, and everything that it has emitted. */
export interface Scripted<T> {
  readonly seen: T[];
  /** Error of the stream. */
  readonly error: () => unknown;
  readonly socket: ScriptedSocket;
  readonly subscription: Subscription;
  /** The datagrams that were sent to the kernel. */
  readonly sent: Uint8Array[];
  /** Delivers a datagram. */
  deliver(bytes: Uint8Array, origin?: Partial<Pick<Datagram, "portId" | "group" | "credentials">>): void;
}

/** Subscribes to a stream over a scripted transport, whose socket has then opened. */
export async function scripted<T>(
  stream$: (transport: ReturnType<typeof scriptedTransport>) => Observable<T>,
): Promise<Scripted<T>> {
  const sent: Uint8Array[] = [];
  const transport = scriptedTransport((bytes) => sent.push(bytes));
  const seen: T[] = [];
  let error: unknown;
  const subscription = stream$(transport).subscribe({
    next: (value) => seen.push(value),
    error: (reason) => {
      error = reason;
    },
  });
  const [socket] = transport.sockets;
  // Like a real socket, it opens in a later turn.
  for (let turn = 0; turn < 3; turn++) await Promise.resolve();
  return {
    seen,
    error: () => error,
    socket: socket!,
    subscription,
    sent,
    deliver: (bytes, origin) => socket!.deliver(datagram(bytes, origin)),
  };
}

/** Returns the options of the socket that a stream opens. */
export async function optionsOf(stream$: Parameters<typeof scripted>[0]): Promise<SocketOptions> {
  const { socket, subscription } = await scripted(stream$);
  subscription.unsubscribe();
  return socket.options;
}
