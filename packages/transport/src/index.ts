export type { ResourceLimits } from "./client/resource-limits.js";
export { diagnostics } from "./diagnostics/channels.js";
export type { SocketTrace, ThreadTrace } from "./diagnostics/traces.js";
export { withDiagnostics } from "./diagnostics/with-diagnostics.js";
export { directTransport } from "./direct-transport.js";
export { type KernelTransport, type KernelTransportOptions, kernelTransport } from "./kernel-transport.js";
export type {
  NamespaceAdded,
  NamespaceEvent,
  NamespaceRemoved,
  NamespacesOptions,
  NamespacesSynced,
} from "./netns/events.js";
export type { Namespace } from "./netns/namespace.js";
export type { SocketOverrun, SocketStatistics, TransportStatistics } from "./statistics.js";
export type { TappedDatagram } from "./tap/frame-receiver.js";
export { netlinkTap$, type TapEvent, type TapLoss, type TapOptions } from "./tap/netlink-tap.js";
