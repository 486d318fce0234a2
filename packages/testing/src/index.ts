export {
  datagram,
  type Script,
  type ScriptedSocket,
  ScriptedTransport,
  scriptedTransport,
} from "@rxnetlink/core/scripted-transport";
export { type LayoutOf, layoutsOf } from "./message-layouts.js";
export { recordTo } from "./recording/record-to.js";
export { type RecordingOptions, recording } from "./recording/recording.js";
export { NotRecordedError } from "./replay/not-recorded-error.js";
export { type ReplayOptions, replay } from "./replay/replay.js";
