/**
 * Transports: the kernel's, and what another one implements; and what they publish for diagnostics.
 *
 * @module
 */
export type {
  Arrival,
  CallFailed,
  Datagram,
  DatagramRead,
  Drained,
  Endpoint,
  EventChannel,
  NamespaceRef,
  NotificationRead,
  Overrun,
  Probe,
  RequestChannels,
  RequestTrace,
  ScopeChannel,
  Socket,
  SocketOptions,
  StateRestored,
  TracedRequest,
  Transport,
  Truncated,
} from "@rxnetlink/core";
export * from "@rxnetlink/transport";
