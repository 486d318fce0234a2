import { ConditionExpression } from "../condition-expression.js";
import { autoboundCondition } from "../conditions/autobound.js";
import type { SocketExpression } from "../socket-expression.js";
import { cgroup, dev, type EqualityTerm, fwmark } from "./equality.js";
import { dst, type HostTerm, src } from "./host.js";
import { dport, type PortTerm, sport } from "./port.js";

/** What sockets are filtered by. */
export interface SocketTerms {
  /** Port at our end of the socket. */
  readonly sport: PortTerm;
  /** Port at the other end of the socket; 0 without a connection. */
  readonly dport: PortTerm;
  /** Address at our end of the socket. */
  readonly src: HostTerm;
  /** Address at the other end of the socket. */
  readonly dst: HostTerm;
  /**
   * Link that the socket is bound to (`SO_BINDTODEVICE`): its index, 0 for none, or its name. Lists look names up if
   * the connection looks up links; see also {@link SocketExpression.withLinks}.
   */
  readonly dev: EqualityTerm<[link: number | string]>;
  /**
   * Mark of the socket (`SO_MARK`), or those of its bits that are in a mask. The kernel filters by marks only with
   * `CAP_NET_ADMIN`, and refuses others with `EPERM`.
   */
  readonly fwmark: EqualityTerm<[mark: number, mask?: number]>;
  /**
   * Control group that the socket was created in: its identifier, as sockets have it in `cgroupId`, or its path, which
   * is looked up when the filter is used. Since kernel 5.9.
   */
  readonly cgroup: EqualityTerm<[group: bigint | string]>;
  /**
   * Returns the filter for sockets whose source port was not chosen by the process (`bind()`), those of connections that
   * were accepted among them.
   */
  autobound(): SocketExpression;
}

/**
 * What sockets are filtered by, to be combined by `and`, `or` and `not`.
 *
 * @example
 * const { sport, dport, dst } = socketTerms;
 * diag.tcp.list$({ filter: sport.eq(22).or(dport.eq(22)).and(dst.in("10.0.0.0/8")) });
 */
export const socketTerms: SocketTerms = {
  sport,
  dport,
  src,
  dst,
  dev,
  fwmark,
  cgroup,
  autobound: () => new ConditionExpression(autoboundCondition),
};
