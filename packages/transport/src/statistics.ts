/** Counters of a socket, and the fill level of its receive queue in the kernel. */
export interface SocketStatistics {
  /** `NETLINK_*` number. */
  readonly protocol: number;
  /** Port id of the socket in its namespace. */
  readonly portId: number;
  /** Datagrams received. */
  readonly datagrams: number;
  /** Messages in these datagrams. */
  readonly messages: number;
  /** Bytes received. */
  readonly bytes: number;
  /** Bytes of memory in the receive queue (`SK_MEMINFO_RMEM_ALLOC`). */
  readonly queued: number;
  /** Limit of `queued` in bytes (`SK_MEMINFO_RCVBUF`). */
  readonly receiveBuffer: number;
  /** Datagrams that the kernel dropped because the queue was full (`SK_MEMINFO_DROPS`). */
  readonly drops: number;
  /** True while its reader has paused it. */
  readonly paused: boolean;
}

/** An overflow of a socket's receive queue: the kernel dropped datagrams. */
export interface SocketOverrun {
  /** `NETLINK_*` number. */
  readonly protocol: number;
  /** Port id of the socket in its namespace. */
  readonly portId: number;
  /** Datagrams dropped since the socket was opened. */
  readonly drops: number;
}

/** State of a pump. */
export interface TransportStatistics {
  /** The open sockets. */
  readonly sockets: readonly SocketStatistics[];
  /** Free buffers for arrivals; at 0, nothing is read until the main thread has caught up. */
  readonly credits: number;
  /** Number of times the pump was woken. */
  readonly wakeUps: number;
}
