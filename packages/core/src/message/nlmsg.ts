import { DecodeError, encodeError } from "../errors/errors.js";
import { struct } from "../schema/struct.js";
import type { AnyType, Infer } from "../schema/type.js";
import { u16, u32 } from "../schema/types/scalar.js";
import { align } from "../wire/align.js";
import { littleEndian } from "../wire/host.js";
import type { Writer } from "../wire/writer.js";

//  struct nlmsghdr:  0        4       6       8          12        16                align(length)
//                    | u32    | u16   | u16   | u32      | u32     | payload …       |
//                    length   type    flags   sequence   portId    (length counts this header)

/** No operation; ignored. */
export const NLMSG_NOOP = 1;
/** An error, or with errno 0 an acknowledgement. */
export const NLMSG_ERROR = 2;
/** The end of a dump. */
export const NLMSG_DONE = 3;
/** Data was lost. The kernel never sends it; a transport may. */
export const NLMSG_OVERRUN = 4;
/** Types below this are control messages, whatever the protocol. */
export const NLMSG_MIN_TYPE = 16;

/** Marks a request; set on everything sent to the kernel. */
export const NLM_F_REQUEST = 0x1;
/** Part of a multipart reply, which `NLMSG_DONE` ends. */
export const NLM_F_MULTI = 0x2;
/** Requests an `NLMSG_ERROR`, also on success. */
export const NLM_F_ACK = 0x4;
/** Sends the notification caused by the request to the requester too. */
export const NLM_F_ECHO = 0x8;
/** The table changed during the dump. */
export const NLM_F_DUMP_INTR = 0x10;
/** The kernel applied the filter of the request. */
export const NLM_F_DUMP_FILTERED = 0x20;
/** Get: return the whole table; delete: all objects at once, where the kernel can. */
export const NLM_F_ROOT = 0x100;
/** Get: return the whole table. */
export const NLM_F_DUMP = 0x300;
/** New: replace an existing object. */
export const NLM_F_REPLACE = 0x100;
/** New: fail with `EEXIST` if it exists. */
export const NLM_F_EXCL = 0x200;
/** New: create it if it does not exist. */
export const NLM_F_CREATE = 0x400;
/** New: add to the end of the list. */
export const NLM_F_APPEND = 0x800;
/** ACK: the echoed request is cut to its header. */
export const NLM_F_CAPPED = 0x100;
/** ACK: attributes of the extended ACK follow. */
export const NLM_F_ACK_TLVS = 0x200;

/** The header of every netlink message. */
export const nlmsghdr = struct("nlmsghdr", {
  /** Length of the message including this header, in bytes. */
  length: u32,
  /** Message type; those below 16 are `NLMSG_*`. */
  type: u16,
  /** `NLM_F_*`. */
  flags: u16,
  /** Sequence number of the request, repeated in replies; 0 in most notifications. */
  sequence: u32,
  /** Port id of the requester; 0 is the kernel. */
  portId: u32,
});
/** The header of a netlink message. */
export interface MessageHeader extends Infer<typeof nlmsghdr> {}

/** Length of the header (`NLMSG_HDRLEN`). */
export const NLMSG_HDRLEN = 16;

/** Called with a message's header and the place of its payload. */
export type MessageVisitor = (header: MessageHeader, view: DataView, at: number, end: number) => void;

/**
 * Visits the messages of one datagram in order.
 *
 * @throws DecodeError if a length does not fit; the messages before it have been visited.
 */
export function eachMessage(view: DataView, start: number, end: number, visit: MessageVisitor): void {
  for (let at = start; end - at >= NLMSG_HDRLEN; ) {
    const header = nlmsghdr.read(view, at, end);
    const { length } = header;
    if (length < NLMSG_HDRLEN || length > end - at)
      throw new DecodeError(
        `a message of type ${header.type} claims ${length} bytes, but ${end - at} are left`,
      );
    visit(header, view, at + NLMSG_HDRLEN, at + length);
    at += align(length);
  }
}

/** Contents of a message to send. */
export interface OutgoingMessage {
  /** Message type, such as `RTM_GETLINK`. */
  readonly type: number;
  /** `NLM_F_*`. */
  readonly flags: number;
  /** Sequence number, which replies repeat. */
  readonly sequence: number;
  /** Port id of the sender; 0 lets the kernel fill it in. */
  readonly portId?: number;
  /** Layout of the payload. */
  readonly layout: AnyType;
  /** The payload, a value of that layout. */
  readonly value: unknown;
}

/**
 * Appends a message; appends nothing on an error.
 *
 * @throws EncodeError whatever is wrong with the value.
 */
export function writeMessage(out: Writer, message: OutgoingMessage): void {
  const start = out.at;
  try {
    nlmsghdr.writeFrom(out, message);
    message.layout.write(out, message.value);
  } catch (error) {
    out.at = start;
    throw encodeError(error);
  }
  out.view.setUint32(start, out.at - start, littleEndian);
  out.align();
}
