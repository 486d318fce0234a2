import { attributes, be32, be64, type Infer, padding } from "@rxnetlink/core/schema";

/** Attributes of `last` (`NFTA_LAST_*`). */
export const exprLast = attributes("expr-last-attrs", "NFTA_LAST_", {
  /** 1 if a packet has met it, else 0. */
  set: [1, be32],
  /** Time since the last packet, in ms. */
  msecs: [2, be64],
  /** Alignment. */
  pad: [3, padding],
});
/** Remembers when the last packet met it; since 5.14. */
export interface LastExpr extends Infer<typeof exprLast> {}

/** Returns `last` in nft's notation. */
export function lastText({ set, msecs = 0n }: LastExpr): string {
  return set ? `${msecs}` : "never";
}
