import type { Observable } from "rxjs";
import type { SocketSupply } from "./connection/socket-supply.js";

/** One datagram; the bytes are valid only during the call that delivers it, since the buffer is used again. */
export interface Datagram {
  /** Tells it from the other arrivals. */
  readonly type: "datagram";
  /** The receive buffer, or a part of it. */
  readonly view: DataView;
  /** Where the datagram begins in the view. */
  readonly start: number;
  /** Where it ends in the view. */
  readonly end: number;
  /** Port id of the sender; 0 is the kernel. */
  readonly portId: number;
  /** The multicast group it was sent to (`NETLINK_PKTINFO`); 0 for unicast. */
  readonly group: number;
  /** The namespace it comes from, with `listenAllNsid`; otherwise absent. */
  readonly nsid?: number | undefined;
}

/** The receive buffer overflowed (`ENOBUFS`): datagrams were lost here. */
export interface Overrun {
  /** Tells it from the other arrivals. */
  readonly type: "overrun";
  /** How many datagrams the kernel has dropped on this socket since it was opened, where that is known. */
  readonly drops?: number;
}

/**
 * After an {@link Overrun}: the queue was empty. What came since the overrun had been queued before it, and the kernel
 * dropped all that followed; what comes from here on is complete again.
 */
export interface Drained {
  /** Tells it from the other arrivals. */
  readonly type: "drained";
}

/** Another process has sent a datagram that is too large to be received whole; it is dropped, and nothing else. */
export interface Truncated {
  /** Tells it from the other arrivals. */
  readonly type: "truncated";
  /** Port id of the sender, which is never the kernel. */
  readonly portId: number;
  /** The multicast group it was sent to; 0 for unicast. */
  readonly group: number;
  /** Its size in bytes. */
  readonly size: number;
}

/** A system call that was asked for failed. */
export interface CallFailed {
  /** Tells it from the other arrivals. */
  readonly type: "callFailed";
  /** What {@link Socket.send}, `join` or `leave` returned. */
  readonly ticket: number;
  /** A `SystemError` that names the call and its errno. */
  readonly error: Error;
}

/** What arrives on a socket, in order. */
export type Arrival = Datagram | Truncated | Overrun | Drained | CallFailed;

/** A network namespace: by name (`ip netns`), by path, by process id, or by an open file descriptor. */
export type NamespaceRef =
  | string
  | number
  | {
      /** The descriptor, which stays the caller's to close. */
      readonly fd: number;
    };

/** How a socket is opened. */
export interface SocketOptions {
  /** Protocol number, 0 … 31: `NETLINK_ROUTE` is 0. */
  readonly protocol: number;
  /** `"raw"` (the default) or `"dgram"`; the kernel treats both alike. */
  readonly type?: "raw" | "dgram";
  /** The port id to bind; the kernel chooses one by default. */
  readonly portId?: number;
  /** Multicast groups to join before anything can be missed. */
  readonly groups?: readonly number[];
  /** The network namespace to open it in; the one of the process by default. */
  readonly namespace?: NamespaceRef;
  /** Receive buffer in bytes; above `net.core.rmem_max` only with CAP_NET_ADMIN. */
  readonly receiveBuffer?: number;
  /** Receive what is sent in other namespaces too (`NETLINK_LISTEN_ALL_NSID`, needs CAP_NET_BROADCAST). */
  readonly listenAllNsid?: boolean;
  /** Check get and dump requests strictly, so that filters are applied or refused (`NETLINK_GET_STRICT_CHK`); on by default. */
  readonly strict?: boolean;
}

/** An open netlink socket. It closes when its {@link Transport.socket$} is unsubscribed. */
export interface Socket {
  /** Our port id in the namespace and protocol. */
  readonly portId: number;
  /** What arrives; one subscriber, which must subscribe in the turn that it gets the socket. */
  readonly arrivals$: Observable<Arrival>;
  /**
   * Sends one datagram to the kernel, or to a port id. The buffer is given away.
   *
   * @returns a ticket, by which a {@link CallFailed} among the arrivals names the call.
   */
  send(bytes: Uint8Array, portId?: number): number;
  /** Joins a multicast group; it takes effect before anything that is sent later. Returns a ticket. */
  join(group: number): number;
  /** Leaves a multicast group. Returns a ticket. */
  leave(group: number): number;
  /**
   * Stops reading, or goes on. What arrives meanwhile waits in the kernel's queue, and where that is full the
   * kernel drops it and says so by an {@link Overrun}: memory stays bounded, whatever comes.
   */
  pause(yes: boolean): void;
  /** Lets the process end, or not, while the socket is open; it may at first. */
  keepAlive(yes: boolean): void;
}

/** Where datagrams go to and come from: the kernel, a fake one, or a recording. */
export interface Transport {
  /**
   * Limits how many sockets the connections over it have open; one for each connection where it is absent. A transport
   * that opens sockets by another one passes on what that has.
   */
  readonly supply?: SocketSupply;
  /**
   * Opens a socket and emits it; the socket is closed by unsubscribing, and completes when it was closed otherwise: with
   * the transport, or with its namespace. Errors with a `SystemError`.
   */
  socket$(options: SocketOptions): Observable<Socket>;
  /** Closes all sockets: they complete. What is subscribed later errors with a `ClosedError`. */
  close(): Promise<void>;
}
