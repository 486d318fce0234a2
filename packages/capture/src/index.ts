/**
 * Captured netlink conversations: pcap, pcapng, hexadecimal and strace, read, decoded and written.
 *
 * @module
 */
export { CaptureError, type CaptureFormat } from "./capture-error.js";
export type {
  CapturedAck,
  CapturedDone,
  CapturedMalformed,
  CapturedMessage,
  CapturedNoop,
  CapturedObject,
  CapturedOverrun,
  CapturedRaw,
  CapturedRefusal,
  CapturedUnknown,
  MessageRole,
} from "./decoding/captured-message.js";
export { decode, decode$ } from "./decoding/decode.js";
export type { FamilyOpener } from "./decoding/family.js";
export type { MessageAction, MessageKind } from "./decoding/message-kinds.js";
export type { CapturedPacket } from "./packet.js";
export { pcapng, pcapng$, type WriteOptions } from "./pcapng/pcapng-writer.js";
export type { ReadOptions } from "./reading/capture-reader.js";
export { packets$ } from "./reading/packets.js";
export { type Capture, readCapture } from "./reading/read-capture.js";
export { hexBytes } from "./text/hex.js";
