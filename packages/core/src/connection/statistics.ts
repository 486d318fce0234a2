/** Counters of everything a connection has received on its sockets. */
export interface Statistics {
  /** Datagrams received. */
  readonly datagrams: number;
  /** Bytes received. */
  readonly bytes: number;
  /** Messages received. */
  readonly messages: number;
  /**
   * Messages that answer no pending request (late, or with another sequence number or port id), or that did not come
   * from the kernel.
   */
  readonly strays: number;
  /** Datagrams and notifications that could not be decoded. */
  readonly malformed: number;
  /** Receive overflows (`ENOBUFS`). */
  readonly overruns: number;
}

/** {@link Statistics} while they are counted. */
export type MutableStatistics = { -readonly [K in keyof Statistics]: Statistics[K] };

/** Returns counters that are all zero. */
export function newStatistics(): MutableStatistics {
  return { datagrams: 0, bytes: 0, messages: 0, strays: 0, malformed: 0, overruns: 0 };
}
