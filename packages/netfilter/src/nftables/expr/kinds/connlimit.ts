import { attributes, be32, flags, type Infer } from "@rxnetlink/core/schema";

/** Flags of a limit of connections (`NFT_CONNLIMIT_F_*`). */
export const connlimitFlags = flags("NFT_CONNLIMIT_F_", be32, {
  /** Matches above the limit. */
  inv: 1,
});

/** Attributes of `connlimit` (`NFTA_CONNLIMIT_*`), the expression and the object. */
export const exprConnlimit = attributes("expr-connlimit-attrs", "NFTA_CONNLIMIT_", {
  /** Number of connections. */
  count: [1, be32],
  /** Flags. */
  flags: [2, connlimitFlags],
});
/** Matches while no more connections than `count` met it; since 4.18. */
export interface ConnlimitExpr extends Infer<typeof exprConnlimit> {}

/** Returns `connlimit` in nft's notation. */
export function connlimitText({ count = 0, flags = 0 }: ConnlimitExpr): string {
  return `count ${count} flags ${flags.toString(16)}`;
}
