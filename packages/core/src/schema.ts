/**
 * The vocabulary in which layouts are declared, and the messages that carry them.
 *
 * @module
 */
export { nlmsgerr, nlmsgerrAttributes, policyAttributes, readError } from "./message/ack.js";
export {
  eachMessage,
  type MessageHeader,
  type MessageVisitor,
  NLM_F_ACK,
  NLM_F_ACK_TLVS,
  NLM_F_APPEND,
  NLM_F_CAPPED,
  NLM_F_CREATE,
  NLM_F_DUMP,
  NLM_F_DUMP_FILTERED,
  NLM_F_DUMP_INTR,
  NLM_F_ECHO,
  NLM_F_EXCL,
  NLM_F_MULTI,
  NLM_F_REPLACE,
  NLM_F_REQUEST,
  NLM_F_ROOT,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  NLMSG_MIN_TYPE,
  NLMSG_NOOP,
  NLMSG_OVERRUN,
  nlmsghdr,
  type OutgoingMessage,
  writeMessage,
} from "./message/nlmsg.js";
export {
  type AttributeSet,
  type AttributesOf,
  attributes,
  sharedAttributes,
  type Unknown,
  type UnknownAttribute,
} from "./schema/attributes.js";
export { extend } from "./schema/extend.js";
export { lazy } from "./schema/lazy.js";
export { type Message, type MessageOf, message, noAttributes } from "./schema/message.js";
export { refine } from "./schema/refine.js";
export { isAlreadySo } from "./schema/request.js";
export type { Attributes } from "./schema/slot.js";
export {
  type Fields,
  growing,
  type Pad,
  pad,
  padding,
  type Since,
  type Struct,
  type StructOf,
  since,
  struct,
} from "./schema/struct.js";
export { type Formats, type FormatsOf, type SubMessage, subMessage } from "./schema/sub-message.js";
export {
  changedBits,
  derived,
  fixed,
  ifDifferent,
  inRequests,
  later,
  optional,
  orDefault,
  readOnly,
  required,
  whole,
} from "./schema/traits.js";
export {
  type AnyType,
  type Choice,
  type Ignored,
  type Infer,
  type Located,
  MAX_DEPTH,
  nest,
  type Other,
  type ReadOnly,
  type Scope,
  type Sized,
  type Surroundings,
  type Test,
  type Type,
} from "./schema/type.js";
export { ip, ipBy, ipv4, ipv6, parseIp } from "./schema/types/address/ip.js";
export { lladdr, mac } from "./schema/types/address/lladdr.js";
export { anyWidth } from "./schema/types/any-width.js";
export {
  array,
  indexedArray,
  inOrder,
  nestedArray,
  packed,
  records,
  repeated,
} from "./schema/types/array.js";
export { type Bitfield32, bitfield32 } from "./schema/types/bitfield32.js";
export { type ByNumber, byNumber } from "./schema/types/by-number.js";
export { eitherOrder, inNetByteOrder } from "./schema/types/byte-order.js";
export {
  type Binaries,
  type Binary,
  type BinaryByNumber,
  binary,
  bytes,
  chars,
  type SizedBinary,
  string,
  unterminated,
} from "./schema/types/bytes.js";
export { choice } from "./schema/types/choice.js";
export {
  type BitSet,
  type bitNames,
  type Enumeration,
  enumeration,
  type Flags,
  flags,
  type NamedBits,
  type NameOf,
  type Names,
} from "./schema/types/flags.js";
export { hex } from "./schema/types/hex.js";
export { type Ifindex, ifindex, type linkIndex } from "./schema/types/ifindex.js";
export { type Limits, limited } from "./schema/types/limited.js";
export { masked, maskOf } from "./schema/types/masked.js";
export { type Everything, prefixed } from "./schema/types/prefixed.js";
export { recurring } from "./schema/types/recurring.js";
export {
  be16,
  be32,
  be64,
  flag,
  type Scalar,
  s8,
  s16,
  s16be,
  s32,
  s32be,
  s64,
  s64be,
  sint,
  small,
  u8,
  u16,
  u32,
  u64,
  uint,
} from "./schema/types/scalar.js";
export { hiding, type SecretBytes, secretBinary, secretBytes } from "./schema/types/secret.js";
export { flatArray, sequence } from "./schema/types/sequence.js";
export { uuid } from "./schema/types/uuid.js";
export { kindOf, type Word, word } from "./schema/types/word.js";
export { align } from "./wire/align.js";
export { type ByteOrder, viewOf } from "./wire/byte-order.js";
export { Writer } from "./wire/writer.js";
