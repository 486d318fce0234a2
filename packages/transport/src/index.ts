export { directTransport } from "./direct-transport.js";
export { type KernelTransport, type KernelTransportOptions, kernelTransport } from "./kernel-transport.js";
export type { Namespace } from "./namespace.js";
export type {
  NamespaceAdded,
  NamespaceEvent,
  NamespaceRemoved,
  NamespacesSynced,
} from "./namespaces-stream.js";
export type { ResourceLimits } from "./resource-limits.js";
export type { Loss, SocketStatistics, TransportStatistics } from "./statistics.js";
