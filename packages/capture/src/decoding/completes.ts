import {
  type MessageHeader,
  NLM_F_ACK,
  NLM_F_MULTI,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_MIN_TYPE,
} from "@rxnetlink/core/schema";

/**
 * True for the last message of a reply; without `NLM_F_ACK`, that is a single message or `NLMSG_DONE`.
 *
 * @param requestFlags - Flags of the request, 0 if they are unknown.
 */
export function completes({ type, flags }: MessageHeader, requestFlags: number): boolean {
  if (type < NLMSG_MIN_TYPE) return type === NLMSG_ERROR || type === NLMSG_DONE;
  return (flags & NLM_F_MULTI) === 0 && (requestFlags & NLM_F_ACK) === 0;
}
