import { attributes, be32, be64, enumeration, flags, type Infer, padding } from "@rxnetlink/core/schema";
import { hex } from "../words.js";

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

const UNITS: Readonly<Record<string, string>> = {
  1: "second",
  60: "minute",
  3600: "hour",
  86400: "day",
  604800: "week",
};

/** Returns `limit` in nft's notation. */
export function limitText({ rate = 0n, unit = 0n, burst = 0, type, flags = 0 }: LimitExpr): string {
  const quantity = type === "pktBytes" ? "bytes" : "packets";
  return `rate ${rate}/${UNITS[`${unit}`] ?? "error"} burst ${burst} type ${quantity} flags ${hex(flags)}`;
}
