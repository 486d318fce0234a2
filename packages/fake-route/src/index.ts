export { type FakeCard, type FakeKernel, type FakeKernelOptions, fakeKernel } from "./fake-kernel.js";
export {
  type Fault,
  type FaultRule,
  type FaultSource,
  type Occasion,
  randomFaults,
} from "./kernel/faults.js";
