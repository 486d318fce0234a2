export type { ResourceLimits } from "./client/resource-limits.js";
export { directTransport } from "./direct-transport.js";
export { type KernelTransport, type KernelTransportOptions, kernelTransport } from "./kernel-transport.js";
export type {
  NamespaceAdded,
  NamespaceEvent,
  NamespaceRemoved,
  NamespacesSynced,
} from "./netns/events.js";
export type { Namespace } from "./netns/namespace.js";
export type { SocketOverrun, SocketStatistics, TransportStatistics } from "./statistics.js";
