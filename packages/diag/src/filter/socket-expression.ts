import type { FilterableSocket } from "./filterable-socket.js";
import type { SocketFilter } from "./socket-filter.js";
import type { FilterState } from "./text/states.js";

/**
 * An expression by which sockets are filtered: in the kernel, in its lists, and here, by {@link SocketExpression.matches}.
 * Those of socketTerms are combined by `and`, `or` and `not`; parseSocketFilter() reads them from text.
 *
 * @example
 * const { sport, dport, dst, dev } = socketTerms;
 * sport.eq(22).or(dport.eq(22)).and(dst.in("10.0.0.0/8"), dev.eq(3).not())
 */
export interface SocketExpression extends SocketFilter {
  /**
   * Operations in the form of the kernel (`struct inet_diag_bc_op`).
   *
   * @throws EncodeError if they are too many, or a link is given by a name whose index is not known; ArgumentError if a
   * control group does not exist.
   */
  readonly bytecode: Uint8Array;
  /**
   * Names of links in the filter, whose indices the kernel needs. Lists look them up if the connection looks up links;
   * see also {@link SocketExpression.withLinks}.
   */
  readonly linkNames: readonly string[];
  /**
   * Returns true if a socket passes, as the kernel would decide; `undefined` if the row does not say: the kernel reports
   * neither who chose a port nor, without `CAP_NET_ADMIN`, the mark.
   */
  matches(socket: FilterableSocket): boolean | undefined;
  /** Returns the filter that sockets pass if they pass this one and all others. */
  and(...others: readonly SocketExpression[]): SocketExpression;
  /**
   * Returns the filter that sockets pass if they pass this one or one of the others.
   *
   * @throws ArgumentError if one of them has states.
   */
  or(...others: readonly SocketExpression[]): SocketExpression;
  /**
   * Returns the filter that sockets pass if they do not pass this one.
   *
   * @throws ArgumentError if it has states, or lets all sockets pass.
   */
  not(): SocketExpression;
  /** Returns the filter for sockets in some states only. */
  inStates(...states: readonly FilterState[]): SocketExpression;
  /** Returns the filter with indices for the names of links: `{ eth0: 2 }`. */
  withLinks(links: Readonly<Record<string, number>>): SocketExpression;
  /** Returns the filter in the grammar of `ss`, in which parseSocketFilter() reads it. */
  toString(): string;
}
