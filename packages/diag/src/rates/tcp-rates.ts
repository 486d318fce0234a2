import { rateEach } from "@rxnetlink/core/operators";
import { asyncScheduler, map, type OperatorFunction, pipe, type SchedulerLike } from "rxjs";

/** Members of a socket of TCP that {@link tcpRates} reads. */
export interface CountedTcpSocket {
  /** Number that no other socket has. */
  readonly cookie: bigint;
  /** Measurements; sockets without them are left out. */
  readonly info?: {
    /** Bytes that the remote end acknowledged. */
    readonly bytesAcked?: bigint;
    /** Bytes received in order. */
    readonly bytesReceived?: bigint;
    /** Segments sent. */
    readonly segsOut?: number;
    /** Segments sent again. */
    readonly totalRetrans?: number;
  };
}

/** Rates of a socket of TCP, since the list before. */
export interface TcpRates {
  /** Bytes per second that the remote end acknowledged: the goodput of what is sent. */
  readonly acked: number;
  /** Bytes per second received in order: the goodput of what is received. */
  readonly received: number;
  /** Segments per second sent, with those sent again. */
  readonly segments: number;
  /** Segments per second sent again. */
  readonly retransmissions: number;
  /** Share of the segments that were sent again, from 0 to 1; 0 if none were sent. */
  readonly retransmissionRatio: number;
}

/** A socket with its rates. */
export interface WithTcpRates {
  /** The rates. */
  readonly rates: TcpRates;
}

function countersOf({ info = {} }: CountedTcpSocket) {
  const { bytesAcked = 0n, bytesReceived = 0n, segsOut = 0, totalRetrans = 0 } = info;
  return { acked: bytesAcked, received: bytesReceived, segments: segsOut, retransmissions: totalRetrans };
}

/**
 * Turns lists of sockets of TCP into their rates of goodput and retransmission, from the second list on. New sockets have
 * rates from the next list on, and are left out before. Sockets must be listed with `ext: ["info"]`.
 *
 * @example
 * timer(0, 1000).pipe(
 *   switchMap(() => diag.tcp.list$({ ext: ["info"], states: ["established"] }).pipe(toArray())),
 *   tcpRates(),
 *   map((sockets) => sockets.filter(({ rates }) => rates.retransmissionRatio > 0.05)),
 * );
 */
export function tcpRates<T extends CountedTcpSocket>(
  scheduler: SchedulerLike = asyncScheduler,
): OperatorFunction<readonly T[], readonly (T & WithTcpRates)[]> {
  const measured = (sockets: readonly T[]) => sockets.filter(({ info }) => info !== undefined);
  return pipe(
    map(measured),
    rateEach(({ cookie }: T) => cookie, countersOf, scheduler),
    map((rated) =>
      rated.map(({ value, rates }) => {
        const { segments, retransmissions } = rates;
        const retransmissionRatio = segments === 0 ? 0 : Math.min(1, retransmissions / segments);
        return { ...value, rates: { ...rates, retransmissionRatio } };
      }),
    ),
  );
}
