import { attributes, be32, enumeration, type Infer, u8 } from "@rxnetlink/core/schema";
import { numberOf } from "../words.js";

/** Ways to reject (`NFT_REJECT_*`). */
export const rejectType = enumeration("NFT_REJECT_", be32, {
  /** ICMP or ICMPv6 error; `icmpCode` is its code. */
  icmpUnreach: 0,
  /** TCP reset. */
  tcpRst: 1,
  /** Error of the packet's family; `icmpCode` is one of {@link rejectIcmpx}. */
  icmpxUnreach: 2,
});

/** Codes of errors that IPv4 and IPv6 share (`NFT_REJECT_ICMPX_*`). */
export const rejectIcmpx = enumeration("NFT_REJECT_ICMPX_", u8, {
  noRoute: 0,
  portUnreach: 1,
  hostUnreach: 2,
  adminProhibited: 3,
});

/** Attributes of `reject` (`NFTA_REJECT_*`). */
export const exprReject = attributes("expr-reject-attrs", "NFTA_REJECT_", {
  /** Way to reject. */
  type: [1, rejectType],
  /** Code of the error. */
  icmpCode: [2, u8],
});
/** Drops the packet, and sends an error. */
export interface RejectExpr extends Infer<typeof exprReject> {}

/** Returns `reject` in nft's notation. */
export function rejectText({ type, icmpCode = 0 }: RejectExpr): string {
  return `type ${numberOf(rejectType, type)} code ${icmpCode}`;
}
