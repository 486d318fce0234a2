import type { KernelRefusal, PolicyRange } from "../errors/kernel-refusal.js";
import type { RequestLabel } from "../errors/request-summary.js";
import { attributes } from "../schema/attributes.js";
import { padding, struct } from "../schema/struct.js";
import { type AnyType, type Infer, nest } from "../schema/type.js";
import { binary, string } from "../schema/types/bytes.js";
import { s32, s64, u32, u64 } from "../schema/types/scalar.js";
import { align } from "../wire/align.js";
import { Writer } from "../wire/writer.js";
import { type MessageHeader, NLM_F_ACK_TLVS, NLM_F_CAPPED, NLMSG_HDRLEN, nlmsghdr } from "./nlmsg.js";

//  struct nlmsgerr:  0       4                  20
//                    | s32   | nlmsghdr         | the request's payload, unless CAPPED | extended ack, if ACK_TLVS |
//                    -errno  of the request

/** `struct nlmsgerr` without the request's payload. */
export const nlmsgerr = struct("nlmsgerr", {
  /** 0, or a negative errno. */
  error: s32,
  /** The request's header. */
  request: nlmsghdr,
});

/** Values that an attribute accepts (`NL_POLICY_TYPE_ATTR_*`). */
export const policyAttributes = attributes("policy-attrs", "NL_POLICY_TYPE_ATTR_", {
  /** Wire type, `NL_ATTR_TYPE_*`. */
  type: [1, u32],
  /** Smallest value, signed. */
  minValueS: [2, s64],
  /** Largest value, signed. */
  maxValueS: [3, s64],
  /** Smallest value, unsigned. */
  minValueU: [4, u64],
  /** Largest value, unsigned. */
  maxValueU: [5, u64],
  /** Shortest payload, in bytes. */
  minLength: [6, u32],
  /** Longest payload, in bytes. */
  maxLength: [7, u32],
  /** Index of the policy of a nest. */
  policyIdx: [8, u32],
  /** Largest attribute of that policy. */
  policyMaxtype: [9, u32],
  /** Bits that a bitfield32 accepts. */
  bitfield32Mask: [10, u32],
  /** Alignment; carries nothing. */
  pad: [11, padding],
  /** Bits that an integer accepts. */
  mask: [12, u64],
});
/** Values that an attribute accepts. */
export interface Policy extends Infer<typeof policyAttributes> {}

/** The attributes of an extended ACK (`NLMSGERR_ATTR_*`). */
export const nlmsgerrAttributes = attributes("nlmsgerr-attrs", "NLMSGERR_ATTR_", {
  /** Error message; on success a warning. */
  msg: [1, string],
  /** Offset of the invalid attribute in the request, in bytes from the message header. */
  offs: [2, u32],
  /** Bytes that some requests return. */
  cookie: [3, binary],
  /** Values that the attribute accepts. */
  policy: [4, nest<Policy>(policyAttributes)],
  /** Number of the attribute that is missing. */
  missType: [5, u32],
  /** Offset of the nest that lacks it; absent for the outermost set. */
  missNest: [6, u32],
});
/** An extended ACK. */
export interface ExtendedAck extends Infer<typeof nlmsgerrAttributes> {}

/** The kernel's answer to a request that it applied. */
export interface Ack {
  /** The kernel's warning, such as about a deprecated feature. */
  readonly warning?: string;
  /** Bytes that some requests return (`NLMSGERR_ATTR_COOKIE`). */
  readonly cookie?: Uint8Array;
  /** Number that the kernel returned instead of 0, where the request says that it does. */
  readonly returned?: number;
}

/** Returns the parts of an extended ACK that a caller sees. */
export function toAck({ msg, cookie }: ExtendedAck): Ack {
  return { ...(msg !== undefined && { warning: msg }), ...(cookie !== undefined && { cookie }) };
}

/** An acknowledgement as received; errno 0 is success. */
export interface Acknowledgement {
  /** 0, or the positive errno. */
  readonly errno: number;
  /** Details of the kernel; empty without an extended ACK. */
  readonly extended: ExtendedAck;
  /** The refused request without its header, if the kernel returned all of it. */
  readonly echo?: Uint8Array;
  /** The number itself, if it is positive: for some requests no error. */
  readonly returned?: number;
}

function readExtended(header: MessageHeader, view: DataView, at: number, end: number): ExtendedAck {
  if ((header.flags & NLM_F_ACK_TLVS) === 0 || at >= end) return {};
  try {
    return nlmsgerrAttributes.read(view, at, end);
  } catch {
    // The outcome matters more than its explanation.
    return {};
  }
}

/** Reads the payload of `NLMSG_ERROR`, with and without the request's payload in it (`NETLINK_CAP_ACK`). */
export function readError(header: MessageHeader, view: DataView, at: number, end: number): Acknowledgement {
  const { error, request } = nlmsgerr.read(view, at, end);
  const echoed = (header.flags & NLM_F_CAPPED) !== 0 ? 0 : request.length - NLMSG_HDRLEN;
  const skipped = align(Math.max(0, Math.min(echoed, end - at)));
  const extended = readExtended(header, view, at + 20 + skipped, end);
  const errno = Math.abs(error);
  const acknowledgement = error > 0 ? { errno, extended, returned: error } : { errno, extended };
  if (errno === 0 || echoed <= 0 || echoed > end - at - 20) return acknowledgement;
  return { ...acknowledgement, echo: binary.read(view, at + 20, at + 20 + echoed) };
}

/** Reads the payload of `NLMSG_DONE`, which carries the error of a dump. */
export function readDone(header: MessageHeader, view: DataView, at: number, end: number): Acknowledgement {
  if (end - at < 4) return { errno: 0, extended: {} };
  return { errno: Math.abs(s32.read(view, at, end)), extended: readExtended(header, view, at + 4, end) };
}

function rangeOf(policy: Policy): PolicyRange {
  const { type, minLength, maxLength, bitfield32Mask } = policy;
  const min = policy.minValueU ?? policy.minValueS;
  const max = policy.maxValueU ?? policy.maxValueS;
  const mask = policy.mask ?? (bitfield32Mask === undefined ? undefined : BigInt(bitfield32Mask));
  return {
    ...(type !== undefined && { type }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(mask !== undefined && { mask }),
  };
}

/** Returns the member that an extended ACK points to in the payload of a request, which begins `view`. */
export function pathIn(
  { offs, missType, missNest }: ExtendedAck,
  layout: AnyType,
  view: DataView,
  end: number,
): string | undefined {
  if (offs === undefined && missType === undefined) return undefined;
  const find = (offset: number) =>
    layout.locate?.(view, 0, end, offset - NLMSG_HDRLEN) ?? { path: [], type: layout };
  const { path, type } =
    missType === undefined
      ? find(offs!)
      : missNest === undefined
        ? { path: [], type: layout }
        : find(missNest);
  if (missType !== undefined) path.push(type.attributeName?.(missType) ?? `[attribute ${missType}]`);
  return path.length === 0 ? undefined : path.join(".").replaceAll(".[", "[");
}

/** Returns the member of `value` that an extended ACK points to, as the caller would write it. */
export function pathOf(extended: ExtendedAck, layout: AnyType, value: unknown): string | undefined {
  if (extended.offs === undefined && extended.missType === undefined) return undefined;
  const out = new Writer(undefined, true);
  layout.write(out, value);
  return pathIn(extended, layout, out.view, out.at);
}

/** A refused request. */
interface Refused {
  readonly layout: AnyType;
  readonly value: unknown;
  readonly label?: RequestLabel | undefined;
}

/**
 * Returns the same, or `undefined` if the path cannot be determined, for instance because the value has changed
 * since.
 */
function tryPathOf(extended: ExtendedAck, layout: AnyType, value: unknown): string | undefined {
  try {
    return pathOf(extended, layout, value);
  } catch {
    return undefined;
  }
}

/** Describes an acknowledgement that reports an error. */
export function toRefusal({ errno, extended, echo }: Acknowledgement, request: Refused): KernelRefusal {
  const { layout, value, label } = request;
  const refused: KernelRefusal = {
    errno,
    text: extended.msg,
    path: tryPathOf(extended, layout, value),
    missing: extended.missType !== undefined,
    policy: extended.policy && rangeOf(extended.policy),
    cookie: extended.cookie,
    echo,
  };
  const hint = label?.hint?.(refused, value, label.verb);
  return { ...refused, hint, ...label?.explain?.(refused, value, label.verb) };
}
