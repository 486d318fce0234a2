export {
  datagram,
  type Script,
  type ScriptedSocket,
  ScriptedTransport,
  scriptedTransport,
} from "@rxnetlink/core/scripted-transport";
export { expectGolden, type GoldenMessage } from "./expect-golden.js";
export { type FakeCard, type FakeKernel, type FakeKernelOptions, fakeKernel } from "./fake/fake-kernel.js";
export { type Fault, type FaultRule, type FaultSource, type Occasion, randomFaults } from "./fake/faults.js";
export { type Folder, type Golden, golden, hexDump } from "./golden.js";
export { type LayoutOf, layoutsOf } from "./message-layouts.js";
export { recordTo } from "./recording/record-to.js";
export { type RecordingOptions, recording } from "./recording/recording.js";
export { NotRecordedError } from "./replay/not-recorded-error.js";
export { type ReplayOptions, replay } from "./replay/replay.js";
