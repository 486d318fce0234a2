export { expectGolden, type GoldenMessage } from "./golden/expect-golden.js";
export { type Folder, type Golden, golden, hexDump } from "./golden/golden.js";
export { type LayoutOf, layoutsOf } from "./message-layouts.js";
export { type RecordedNamespace, recordedNamespaces } from "./recording/outline.js";
export { recordTo } from "./recording/record-to.js";
export { type RecordingOptions, recording } from "./recording/recording.js";
export { NotRecordedError } from "./replay/not-recorded-error.js";
export { type ReplayOptions, type ReplayTransport, replay } from "./replay/replay.js";
export {
  datagram,
  type Script,
  type ScriptedSocket,
  ScriptedTransport,
  scriptedTransport,
} from "./scripted-transport.js";
