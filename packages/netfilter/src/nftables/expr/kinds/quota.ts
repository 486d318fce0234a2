import { attributes, be32, be64, flags, type Infer, padding } from "@rxnetlink/core/schema";

/** Flags of a quota (`NFT_QUOTA_F_*`). */
export const quotaFlags = flags("NFT_QUOTA_F_", be32, {
  /** Matches above the quota. */
  inv: 1,
  /** The quota is used up; read-only. */
  depleted: 2,
});

/** Attributes of `quota` (`NFTA_QUOTA_*`), the expression and the object. */
export const exprQuota = attributes("quota-attrs", "NFTA_QUOTA_", {
  /** Number of bytes. */
  bytes: [1, be64],
  /** Flags. */
  flags: [2, quotaFlags],
  /** Alignment. */
  pad: [3, padding],
  /** Number of bytes used. */
  consumed: [4, be64],
});
/** Matches until a number of bytes has passed. */
export interface QuotaExpr extends Infer<typeof exprQuota> {}

/** Returns `quota` in nft's notation. */
export function quotaText({ bytes = 0n, consumed = 0n, flags = 0 }: QuotaExpr): string {
  return `bytes ${bytes} consumed ${consumed} flags ${flags}`;
}
