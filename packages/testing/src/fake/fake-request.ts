import {
  type AnyType,
  type MessageHeader,
  NLM_F_ACK_TLVS,
  NLM_F_CAPPED,
  NLM_F_MULTI,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { doneLayout, errorLayout } from "../message-layouts.js";
import type { Rejection } from "./rejection.js";

/** The request behind a change; notifications carry it. */
export interface Cause {
  /** Port id of the socket that sent the request; 0 if there was none. */
  readonly portId: number;
  /** Sequence number of the request. */
  readonly sequence: number;
}

/** The cause of changes that no request made. */
export const KERNEL: Cause = { portId: 0, sequence: 0 };

/** A request as a fake kernel received it. */
export interface FakeRequest extends Cause {
  /** Its `nlmsghdr`. */
  readonly header: MessageHeader;
  /** The bytes around its payload. */
  readonly view: DataView;
  /** Start of the payload. */
  readonly at: number;
  /** End of the payload. */
  readonly end: number;
}

/** True if a request has all of these `NLM_F_*` flags. */
export const hasFlags = ({ header }: FakeRequest, flags: number): boolean => (header.flags & flags) === flags;

/** Returns where a member begins in a request, in bytes from the message's header. */
function offsetOf({ view, at, end }: FakeRequest, layout: AnyType, member: string): number | undefined {
  for (let offset = at; offset < end; offset += 4)
    if (layout.locate?.(view, at, end, offset).path.join(".") === member) return offset - at + NLMSG_HDRLEN;
  return undefined;
}

/** Returns the errno and extended ACK of a request, with the flag that announces the latter. */
function outcomeOf(
  request: FakeRequest,
  layout: AnyType | undefined,
  { errno = 0, text, member }: Partial<Rejection> = {},
) {
  const offs = layout && member !== undefined ? offsetOf(request, layout, member) : undefined;
  const extended = { ...(text !== undefined && { msg: text }), ...(offs !== undefined && { offs }) };
  const flag = Object.keys(extended).length > 0 ? NLM_F_ACK_TLVS : 0;
  return { flag, value: { error: -errno, ...extended } };
}

/** Encodes one message with the port id and sequence number of its cause. */
export function encodedMessage(
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

/** Encodes the acknowledgement of a request, positive or with its rejection. */
export function ackFor(request: FakeRequest, layout?: AnyType, rejection?: Rejection): Uint8Array {
  const { flag, value } = outcomeOf(request, layout, rejection);
  return encodedMessage(request, NLMSG_ERROR, NLM_F_CAPPED | flag, errorLayout, {
    ...value,
    request: request.header,
  });
}

/** Encodes the end of a dump, successful or with its rejection. */
export function doneFor(
  request: FakeRequest,
  flags: number,
  layout?: AnyType,
  rejection?: Rejection,
): Uint8Array {
  const { flag, value } = outcomeOf(request, layout, rejection);
  return encodedMessage(request, NLMSG_DONE, NLM_F_MULTI | flag | flags, doneLayout, value);
}
