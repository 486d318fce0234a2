import type { Arrival, NamespaceRef, Socket, Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, type OptionChecks, socketOptionChecks } from "@rxnetlink/core/internal";
import { defer, map, type Observable } from "rxjs";
import type { UserArrival } from "./arrival.js";

/** `NETLINK_USERSOCK`. */
export const NETLINK_USERSOCK = 2;

/** Options of a socket by which a program talks to others. */
export interface UserSocketOptions {
  /** Port id, by which others send to it; chosen by the kernel by default. */
  readonly portId?: number;
  /** Multicast groups to receive from, 1 to 32: the programs agree on what they mean. */
  readonly groups?: readonly number[];
  /** Receive buffer in bytes; above `net.core.rmem_max` only with `CAP_NET_ADMIN`. */
  readonly receiveBuffer?: number;
  /** Send buffer in bytes, which limits the size of a datagram; above `net.core.wmem_max` only with `CAP_NET_ADMIN`. */
  readonly sendBuffer?: number;
}

/** A socket by which a program talks to others in its network namespace. */
export interface UserSocket {
  /** Its port id. */
  readonly portId: number;
  /** What it receives. Subscribe in the turn in which the socket is emitted; a single subscriber. */
  readonly arrivals$: Observable<UserArrival>;
  /** Sends a datagram to the socket with a port id. The buffer is transferred. Returns a ticket, as of {@link UserFailure}. */
  send(bytes: Uint8Array, portId: number): number;
  /**
   * Sends a datagram to all members of a multicast group, 1 to 32, but itself. The buffer is transferred. A group without members
   * is no error: nobody knows. Returns a ticket.
   */
  publish(bytes: Uint8Array, group: number): number;
}

/** `NETLINK_USERSOCK`: programs that talk to each other. No privilege is needed. */
export interface Usersock {
  /**
   * Opens a socket and emits it; unsubscribing closes it. Errors with a `SystemError`, such as `EADDRINUSE` for a port id that is
   * taken.
   */
  open$(options?: UserSocketOptions): Observable<UserSocket>;
}

/** Options of {@link usersock}. */
export interface UsersockOptions<T extends Transport = Transport> {
  /** Transport that opens the sockets. */
  readonly transport: T;
  /** Network namespace to open them in; by default that of the process. Programs in others are out of reach. */
  readonly namespace?: NamespaceRef;
}

const { namespace, portId, groups, receiveBuffer, sendBuffer } = socketOptionChecks;
const OPTIONS: OptionChecks<UsersockOptions> = { transport: aTransport, namespace };
const SOCKET_OPTIONS: OptionChecks<UserSocketOptions> = { portId, groups, receiveBuffer, sendBuffer };

function arrivalOf(arrival: Arrival): UserArrival {
  if (arrival.type === "callFailed") return { type: "failure", ticket: arrival.ticket, error: arrival.error };
  if (arrival.type !== "datagram") return arrival;
  const { view, start, end, portId: from, group } = arrival;
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, end - start).slice();
  return { type: "message", bytes, portId: from, ...(group !== 0 && { group }) };
}

/** Presents a socket of a transport. */
function userSocket(socket: Socket<typeof NETLINK_USERSOCK>): UserSocket {
  socket.keepAlive(true);
  return {
    portId: socket.portId,
    arrivals$: socket.arrivals$.pipe(map(arrivalOf)),
    send: (bytes, to) => socket.send(bytes, to),
    publish: (bytes, group) => socket.send(bytes, 0, group),
  };
}

/**
 * Lets programs talk to each other over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function usersock(options: UsersockOptions): Usersock {
  const { transport, ...place } = checkOptions("usersock", options, OPTIONS);
  return {
    open$: (given = {}) =>
      defer(() => {
        const checked = checkOptions("open$", given, SOCKET_OPTIONS);
        return transport.socket$({ ...place, ...checked, protocol: NETLINK_USERSOCK });
      }).pipe(map(userSocket)),
  };
}
