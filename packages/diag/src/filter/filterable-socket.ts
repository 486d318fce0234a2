/** Members of a socket that a {@link SocketExpression} reads; rows of lists have them. */
export interface FilterableSocket {
  /** Address family. */
  readonly family?: string | number;
  /** State. */
  readonly state?: string | number;
  /** Source port; absent from sockets of other families than `inet` and `inet6`, which pass no filter by it. */
  readonly sport?: number;
  /** Destination port. */
  readonly dport?: number;
  /** Source address. */
  readonly src?: string;
  /** Destination address. */
  readonly dst?: string;
  /** Index of the link that the socket is bound to; 0 if none. */
  readonly if?: number;
  /** Mark; absent without `CAP_NET_ADMIN`. */
  readonly mark?: number;
  /** Identifier of the control group; absent before kernel 5.9, and once a connection has ended. */
  readonly cgroupId?: bigint;
  /** Name of a unix socket. */
  readonly name?: string;
  /** Protocol of a netlink socket. */
  readonly protocol?: string | number;
  /** Port id of a netlink socket. */
  readonly portid?: number;
  /** Port id of the remote end of a netlink socket. */
  readonly dstPortid?: number;
  /** Machine of a vsock socket. */
  readonly srcCid?: number;
  /** Port of a vsock socket. */
  readonly srcPort?: number;
  /** Machine at the remote end of a vsock socket. */
  readonly dstCid?: number;
  /** Port at the remote end of a vsock socket. */
  readonly dstPort?: number;
  /** Protocol of a packet socket. */
  readonly num?: number;
  /** Settings of a packet socket, its link among them (`index`); measurements of others. */
  readonly info?: object;
}

/** An end of a socket. */
export type End = "src" | "dst";

/** True for a socket of the internet protocols. */
export const isInet = ({ sport }: FilterableSocket): boolean => sport !== undefined;

/** Returns the port of an end; `undefined` if sockets of its family have none. */
export const portOf = (socket: FilterableSocket, end: End): number | undefined =>
  end === "src" ? socket.sport : socket.dport;

/**
 * True if the kernel keeps only a small part of the socket: its filter takes the group for 0, and the port for one that
 * it chose.
 */
export const isMini = ({ state }: FilterableSocket): boolean => state === "timeWait" || state === "synRecv";
