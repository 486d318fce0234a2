import type { Observable } from "rxjs";
import type { SocketSupply } from "./connection/socket-supply.js";
import type { Probe } from "./probe/probe.js";
import type { GroupOf, Protocol } from "./protocol/names.js";

/** Identity of the process that sent a datagram, in the namespaces of the receiver; all 0 for the kernel. */
export interface Credentials {
  /** Process id; 0 if the process is not in the PID namespace of the receiver. */
  readonly pid: number;
  /** User id; 65534 if the user namespace of the receiver does not know the user. */
  readonly uid: number;
  /** Group id; 65534 if the user namespace of the receiver does not know the group. */
  readonly gid: number;
}

/** One datagram. Its bytes are valid only during the call that delivers it, since the buffer is reused. */
export interface Datagram {
  /** Discriminates arrivals. */
  readonly type: "datagram";
  /** The receive buffer, or a part of it. */
  readonly view: DataView;
  /** Offset of the datagram in the view. */
  readonly start: number;
  /** End of the datagram in the view. */
  readonly end: number;
  /** Port id of the sender; 0 is the kernel. */
  readonly portId: number;
  /** Multicast group it was sent to (`NETLINK_PKTINFO`); 0 for unicast. */
  readonly group: number;
  /** Id of the namespace it comes from, with `listenAllNsid`; otherwise absent. */
  readonly nsid?: number | undefined;
  /** Process that sent it, with `passCredentials`; otherwise absent. */
  readonly credentials?: Credentials | undefined;
}

/** The receive buffer overflowed (`ENOBUFS`): datagrams were lost here. */
export interface Overrun {
  /** Discriminates arrivals. */
  readonly type: "overrun";
  /** Number of datagrams that the kernel has dropped on this socket since it was opened, if known. */
  readonly drops?: number;
}

/**
 * The queue is empty after an {@link Overrun}. What arrived since the overrun had been queued before it, and the
 * kernel dropped everything after that; from here on the stream is complete again.
 */
export interface Drained {
  /** Discriminates arrivals. */
  readonly type: "drained";
}

/** Another process sent a datagram too large to be received whole. It was dropped; nothing else was lost. */
export interface Truncated {
  /** Discriminates arrivals. */
  readonly type: "truncated";
  /** Port id of the sender, which is never the kernel. */
  readonly portId: number;
  /** Multicast group it was sent to; 0 for unicast. */
  readonly group: number;
  /** Size of the datagram in bytes. */
  readonly size: number;
}

/** A requested system call failed. */
export interface CallFailed {
  /** Discriminates arrivals. */
  readonly type: "callFailed";
  /** Ticket returned by {@link Socket.send}, `join` or `leave`. */
  readonly ticket: number;
  /** A `SystemError` that names the call and its errno. */
  readonly error: Error;
}

/** Anything that arrives on a socket, in order; discriminated by `type`. */
export type Arrival = Datagram | Truncated | Overrun | Drained | CallFailed;

/** A network namespace: by name (`ip netns`), path, process id, or open file descriptor. */
export type NamespaceRef =
  | string
  | number
  | {
      /** The descriptor, which the caller keeps and closes. */
      readonly fd: number;
    };

/** Options of a socket. */
export interface SocketOptions<P extends Protocol = Protocol> {
  /** Protocol, by name or by number from 0 to 31: `"route"` or 0 for `NETLINK_ROUTE`. */
  readonly protocol: P;
  /** `"raw"` (the default) or `"dgram"`; the kernel treats both alike. */
  readonly type?: "raw" | "dgram";
  /** Port id to bind; chosen by the kernel by default. */
  readonly portId?: number;
  /** Multicast groups to join before anything can be missed, by name or number: `["ipv4-route", 11]`. */
  readonly groups?: readonly GroupOf<P>[];
  /** Network namespace to open it in; by default that of the process. */
  readonly namespace?: NamespaceRef;
  /** Receive buffer in bytes; above `net.core.rmem_max` only with `CAP_NET_ADMIN`. */
  readonly receiveBuffer?: number;
  /** Send buffer in bytes, which limits the size of a datagram; above `net.core.wmem_max` only with `CAP_NET_ADMIN`. */
  readonly sendBuffer?: number;
  /**
   * Has the kernel drop single datagrams instead of everything until the queue is empty, without an {@link Overrun}
   * (`NETLINK_NO_ENOBUFS`): for messages whose own numbers show what is lost.
   */
  readonly noEnobufs?: boolean;
  /**
   * Has the kernel learn that a notification could not be delivered to this socket (`NETLINK_BROADCAST_ERROR`): connection
   * tracking then retries.
   */
  readonly broadcastError?: boolean;
  /**
   * Also receives from other namespaces that have an id in this one (`NETLINK_LISTEN_ALL_NSID`, needs
   * `CAP_NET_BROADCAST`).
   */
  readonly listenAllNsid?: boolean;
  /** Has the kernel name the process that sent each datagram (`SO_PASSCRED`): for protocols over which processes talk. */
  readonly passCredentials?: boolean;
  /** Set if nothing but the replies to its requests is expected: a transport then may read it just after each request. */
  readonly repliesOnly?: boolean;
  /**
   * Has the kernel check get and dump requests strictly, so that filters are applied or refused
   * (`NETLINK_GET_STRICT_CHK`, since 4.20); on by default.
   */
  readonly strict?: boolean;
}

/** An open netlink socket. It closes when its {@link Transport.socket$} is unsubscribed. */
export interface Socket<P extends Protocol = Protocol> {
  /** Port id of this socket, unique in the namespace and protocol. */
  readonly portId: number;
  /** Arrivals, for a single subscriber, which must subscribe in the turn in which it receives the socket. */
  readonly arrivals$: Observable<Arrival>;
  /**
   * Sends one datagram to the kernel, or to another port id. The buffer is transferred: the caller must not use it
   * again.
   *
   * @param group - Also sends it to the members of a multicast group, of those up to 32: in protocols by which programs talk to
   * each other, such as `NETLINK_USERSOCK`. Without a port id it then goes to nobody else.
   * @returns a ticket, which identifies the call in a {@link CallFailed}.
   */
  send(bytes: Uint8Array, portId?: number, group?: GroupOf<P>): number;
  /** Joins a multicast group, by name or number, before anything sent later takes effect. Returns a ticket. */
  join(group: GroupOf<P>): number;
  /** Leaves a multicast group. Returns a ticket. */
  leave(group: GroupOf<P>): number;
  /**
   * Stops or resumes reading. Meanwhile datagrams wait in the kernel's queue; when it is full, the kernel drops them
   * and reports an {@link Overrun}, so memory stays bounded.
   */
  pause(yes: boolean): void;
  /** Keeps the process alive while the socket is open, or not; at first it does not. */
  keepAlive(yes: boolean): void;
}

/** Exchanges datagrams with a kernel: the real one, a fake one or a recording. */
export interface Transport {
  /**
   * Limits the open sockets of all connections over the transport; if absent, each connection has its own limit. A
   * transport that opens sockets through another passes on that one's.
   */
  readonly supply?: SocketSupply;
  /**
   * Publishes what connections over the transport do; absent if nothing does. A transport that opens sockets through another
   * passes on that one's.
   */
  readonly probe?: Probe;
  /**
   * Opens a socket and emits it. Unsubscribing closes the socket; the stream completes if the socket is closed
   * otherwise, with the transport or its namespace. Errors with a `SystemError`.
   */
  socket$<P extends Protocol>(options: SocketOptions<P>): Observable<Socket<P>>;
  /** Closes all sockets, which complete. Later subscriptions error with a `ClosedError`. */
  close(): Promise<void>;
}

/** Returns the members that a transport has from the one through which it opens sockets. */
export function passedOn({ supply, probe }: Transport): Pick<Transport, "supply" | "probe"> {
  return { ...(supply && { supply }), ...(probe && { probe }) };
}

/** Returns a socket whose arrivals are changed on their way; all else goes to the socket. */
export function withArrivals(
  socket: Socket,
  change: (arrivals$: Observable<Arrival>) => Observable<Arrival>,
): Socket {
  return {
    portId: socket.portId,
    arrivals$: change(socket.arrivals$),
    send: (bytes, portId, group) => socket.send(bytes, portId, group),
    join: (group) => socket.join(group),
    leave: (group) => socket.leave(group),
    pause: (yes) => socket.pause(yes),
    keepAlive: (yes) => socket.keepAlive(yes),
  };
}
