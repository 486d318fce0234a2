export { type FakeKernel, type FakeKernelOptions, type FakeNic, fakeKernel } from "./fake-kernel.js";
export {
  type Fault,
  type FaultRule,
  type FaultSource,
  type Occasion,
  randomFaults,
} from "./kernel/faults.js";
