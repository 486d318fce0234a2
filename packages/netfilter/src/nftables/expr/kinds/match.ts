import { attributes, be32, binary, type Infer, string } from "@rxnetlink/core/schema";

/** Attributes of `match` (`NFTA_MATCH_*`). */
export const exprMatch = attributes("compat-match-attrs", "NFTA_MATCH_", {
  /** Name of the match of xtables. */
  name: [1, string],
  /** Revision, of which `info` is. */
  rev: [2, be32],
  /** The match's struct, unchanged. */
  info: [3, binary],
});
/** Match of xtables, as `iptables-nft` writes it. */
export interface MatchExpr extends Infer<typeof exprMatch> {}

/** Returns `match` in nft's notation. */
export function matchText({ name = "", rev = 0 }: MatchExpr): string {
  return `name ${name} rev ${rev}`;
}
