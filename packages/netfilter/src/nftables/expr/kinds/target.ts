import { attributes, be32, binary, type Infer, string } from "@rxnetlink/core/schema";

/** Attributes of `target` (`NFTA_TARGET_*`). */
export const exprTarget = attributes("compat-target-attrs", "NFTA_TARGET_", {
  /** Name of the target of xtables. */
  name: [1, string],
  /** Revision, of which `info` is. */
  rev: [2, be32],
  /** The target's struct, unchanged. */
  info: [3, binary],
});
/** Target of xtables, as `iptables-nft` writes it. */
export interface TargetExpr extends Infer<typeof exprTarget> {}

/** Returns `target` in nft's notation. */
export function targetText({ name = "", rev = 0 }: TargetExpr): string {
  return `name ${name} rev ${rev}`;
}
