/** What a socket has received, and how full the kernel's queue for it is. */
export interface SocketStatistics {
  /** `NETLINK_*` number. */
  readonly protocol: number;
  readonly portId: number;
  /** Datagrams received. */
  readonly datagrams: number;
  /** Bytes received. */
  readonly bytes: number;
  /** Bytes of memory that wait in the kernel's queue, and how many may (`SK_MEMINFO_RMEM_ALLOC`, `_RCVBUF`). */
  readonly queued: number;
  readonly receiveBuffer: number;
  /** Datagrams that the kernel dropped, since the queue was full (`SK_MEMINFO_DROPS`). */
  readonly drops: number;
  /** Whether its reader holds it back. */
  readonly paused: boolean;
}

/** What a pump does. */
export interface TransportStatistics {
  readonly sockets: readonly SocketStatistics[];
  /** Buffers that are free for what arrives; at 0 nothing is read until the main thread has caught up. */
  readonly credits: number;
  /** How often the pump was woken. */
  readonly wakeUps: number;
}
