export {
  type KernelTransport,
  type KernelTransportOptions,
  kernelTransport,
  type Namespace,
} from "./kernel-transport.js";
