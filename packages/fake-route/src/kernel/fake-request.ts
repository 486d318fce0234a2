import {
  type AnyType,
  type MessageHeader,
  message,
  NLM_F_ACK_TLVS,
  NLM_F_CAPPED,
  NLM_F_MULTI,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  nlmsgerr,
  nlmsgerrAttributes,
  s32,
  struct,
  Writer,
  writeMessage,
} from "@rxnetlink/core";
import type { Refused } from "./refused.js";

/** Who caused something: notifications bear it. */
export interface Cause {
  /** Port id of the socket that asked for it; 0 where none did. */
  readonly portId: number;
  /** Sequence number of the request. */
  readonly sequence: number;
}

/** The kernel itself. */
export const NOBODY: Cause = { portId: 0, sequence: 0 };

/** A request as the kernel has received it. */
export interface Asked extends Cause {
  /** `nlmsghdr` as it came. */
  readonly header: MessageHeader;
  /** Where its payload is. */
  readonly view: DataView;
  readonly at: number;
  readonly end: number;
}

/** Whether a request has all of these `NLM_F_*`. */
export const has = ({ header }: Asked, flags: number): boolean => (header.flags & flags) === flags;

const acknowledgement = message("nlmsgerr", nlmsgerr, nlmsgerrAttributes);
const ending = message("nlmsgdone", struct("nlmsgdone", { error: s32 }), nlmsgerrAttributes);

/** Where in a request a member begins, in bytes from the message's header. */
function offsetOf({ view, at, end }: Asked, layout: AnyType, member: string): number | undefined {
  for (let offset = at; offset < end; offset += 4)
    if (layout.locate?.(view, at, end, offset).path.join(".") === member) return offset - at + NLMSG_HDRLEN;
  return undefined;
}

/** The errno of what came of a request and its extended ack, and the flag that tells of one. */
function outcome(
  asked: Asked,
  layout: AnyType | undefined,
  { errno = 0, text, member }: Partial<Refused> = {},
) {
  const offs = layout && member !== undefined ? offsetOf(asked, layout, member) : undefined;
  const extended = { ...(text !== undefined && { msg: text }), ...(offs !== undefined && { offs }) };
  const told = Object.keys(extended).length > 0 ? NLM_F_ACK_TLVS : 0;
  return { told, value: { error: -errno, ...extended } };
}

/** One message as the kernel sends it to the socket of its cause. */
export function encoded(
  { portId, sequence }: Cause,
  type: number,
  flags: number,
  layout: AnyType,
  value: unknown,
): Uint8Array {
  const out = new Writer(512);
  writeMessage(out, { type, flags, portId, sequence, layout, value });
  return out.take();
}

/** The answer to a request: an acknowledgement, or why it was refused. */
export function answered(asked: Asked, layout?: AnyType, refused?: Refused): Uint8Array {
  const { told, value } = outcome(asked, layout, refused);
  return encoded(asked, NLMSG_ERROR, NLM_F_CAPPED | told, acknowledgement, {
    ...value,
    request: asked.header,
  });
}

/** The end of a dump. */
export function done(asked: Asked, flags: number, layout?: AnyType, refused?: Refused): Uint8Array {
  const { told, value } = outcome(asked, layout, refused);
  return encoded(asked, NLMSG_DONE, NLM_F_MULTI | told | flags, ending, value);
}
