/** What a connection has seen on its sockets so far. */
export interface Statistics {
  /** Datagrams received. */
  readonly datagrams: number;
  /** Bytes received. */
  readonly bytes: number;
  /** Messages received. */
  readonly messages: number;
  /** Messages that answer no open request (late, of another sequence or port id), or that the kernel did not send. */
  readonly strays: number;
  /** Datagrams whose messages do not fit into them. */
  readonly malformed: number;
  /** Receive overflows (`ENOBUFS`). */
  readonly overruns: number;
}

/** {@link Statistics} as they are counted. */
export type MutableStatistics = { -readonly [K in keyof Statistics]: Statistics[K] };

/** All zero. */
export function newStatistics(): MutableStatistics {
  return { datagrams: 0, bytes: 0, messages: 0, strays: 0, malformed: 0, overruns: 0 };
}
