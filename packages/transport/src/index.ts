export { directTransport } from "./direct-transport.js";
export {
  type KernelTransport,
  type KernelTransportOptions,
  kernelTransport,
  type Namespace,
} from "./kernel-transport.js";
export type { SocketStatistics, TransportStatistics } from "./statistics.js";
