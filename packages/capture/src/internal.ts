/**
 * The blocks of pcapng, for the project's own recordings. No part of the public API: they change without notice.
 *
 * @module
 */

export { completes } from "./decoding/completes.js";
export { type Family, familiesOf } from "./decoding/family.js";
export { BlockWriter } from "./pcapng/block-writer.js";
export {
  BLOCK_HEADER,
  BYTE_ORDER_MAGIC,
  blockHeader,
  enhancedPacket,
  INTERFACE,
  interfaceDescription,
  OUTBOUND,
  PACKET,
  SECTION,
  TRAILER,
} from "./pcapng/blocks.js";
export { encoded } from "./pcapng/options.js";
export { cookedHeader } from "./wire/cooked-header.js";
