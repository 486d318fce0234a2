export { directTransport } from "./direct-transport.js";
export { type KernelTransport, kernelTransport, type Namespace } from "./kernel-transport.js";
export type { SocketStatistics, TransportStatistics } from "./statistics.js";
