export {
  datagram,
  type Script,
  type ScriptedSocket,
  ScriptedTransport,
  scriptedTransport,
} from "@rxnetlink/core/scripted-transport";
export { type FakeCard, type FakeKernel, type FakeKernelOptions, fakeKernel } from "./fake/fake-kernel.js";
export { type Fault, type FaultRule, type FaultSource, type Occasion, randomFaults } from "./fake/faults.js";
