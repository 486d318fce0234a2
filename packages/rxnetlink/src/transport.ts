/**
 * Transports: the kernel's, and what another one implements.
 *
 * @module
 */
export type {
  Arrival,
  CallFailed,
  Datagram,
  Drained,
  NamespaceRef,
  Overrun,
  Socket,
  SocketOptions,
  Transport,
  Truncated,
} from "@rxnetlink/core";
export * from "@rxnetlink/transport";
