export {
  type Fault,
  type FaultRule,
  type FaultSource,
  type Occasion,
  randomFaults,
} from "@rxnetlink/testing/fake";
export { type FakeKernel, type FakeKernelOptions, type FakeLinkOptions, fakeKernel } from "./fake-kernel.js";
