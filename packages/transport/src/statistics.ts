/** What a socket has received, and how full the kernel's queue for it is. */
export interface SocketStatistics {
  /** `NETLINK_*` number. */
  readonly protocol: number;
  /** Its port id in its namespace. */
  readonly portId: number;
  /** Datagrams received. */
  readonly datagrams: number;
  /** Messages in them. */
  readonly messages: number;
  /** Bytes received. */
  readonly bytes: number;
  /** Bytes of memory that wait in the kernel's queue (`SK_MEMINFO_RMEM_ALLOC`). */
  readonly queued: number;
  /** How many may wait. */
  readonly receiveBuffer: number;
  /** Datagrams that the kernel dropped, since the queue was full (`SK_MEMINFO_DROPS`). */
  readonly drops: number;
  /** Whether its reader holds it back. */
  readonly paused: boolean;
}

/** The kernel has dropped datagrams of a socket, since its queue was full. */
export interface Loss {
  /** The socket's port id in its namespace. */
  readonly portId: number;
  /** How many it has dropped since the socket was opened. */
  readonly drops: number;
}

/** What a pump does. */
export interface TransportStatistics {
  /** Its open sockets. */
  readonly sockets: readonly SocketStatistics[];
  /** Buffers that are free for what arrives; at 0 nothing is read until the main thread has caught up. */
  readonly credits: number;
  /** How often the pump was woken. */
  readonly wakeUps: number;
}
