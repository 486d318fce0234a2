import { attributes, be32, be64, enumeration, flags, type Infer, padding } from "@rxnetlink/core/schema";

/** Quantities to limit (`NFT_LIMIT_*`). */
export const limitType = enumeration("NFT_LIMIT_", be32, {
  /** Packets. */
  pkts: 0,
  /** Bytes. */
  pktBytes: 1,
});

/** Flags of a limit (`NFT_LIMIT_F_*`). */
export const limitFlags = flags("NFT_LIMIT_F_", be32, {
  /** Matches above the limit. */
  inv: 1,
});

/** Attributes of `limit` (`NFTA_LIMIT_*`), the expression and the object. */
export const exprLimit = attributes("expr-limit-attrs", "NFTA_LIMIT_", {
  /** Number of packets or bytes in a `unit`. */
  rate: [1, be64],
  /** Unit of time, in seconds. */
  unit: [2, be64],
  /** Number of packets or bytes above the rate that may come at once; 5 packets by default. */
  burst: [3, be32],
  /** Quantity; `"pkts"` by default. */
  type: [4, limitType],
  /** Flags. */
  flags: [5, limitFlags],
  /** Alignment. */
  pad: [6, padding],
});
/** Matches while a rate is not exceeded. */
export interface LimitExpr extends Infer<typeof exprLimit> {}
