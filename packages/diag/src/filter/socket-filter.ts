import type { FilterState } from "./text/states.js";

/** A filter of sockets, as the kernel runs it on each socket of a list (`INET_DIAG_REQ_BYTECODE`). */
export interface SocketFilter {
  /** Operations in the form of the kernel (`struct inet_diag_bc_op`). */
  readonly bytecode: Uint8Array;
  /** States that sockets must be in; absent if any will do. The kernel takes them beside the operations. */
  readonly states?: readonly FilterState[];
  /** Names of links in it, whose indices the kernel needs. */
  readonly linkNames?: readonly string[];
  /** Returns the filter with the indices of links by name: `{ eth0: 2 }`. */
  withLinks?(links: Readonly<Record<string, number>>): SocketFilter;
}
