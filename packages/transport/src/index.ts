export { type KernelTransport, kernelTransport, type Namespace } from "./kernel-transport.js";
