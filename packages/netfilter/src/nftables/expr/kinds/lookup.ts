import { attributes, be32, flags, type Infer, string } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { hex, join, named } from "../words.js";

/** Flags of a look-up (`NFT_LOOKUP_F_*`). */
export const lookupFlags = flags("NFT_LOOKUP_F_", be32, {
  /** Matches what is not in the set. */
  inv: 1,
});

/** Attributes of `lookup` (`NFTA_LOOKUP_*`). */
export const exprLookup = attributes("expr-lookup-attrs", "NFTA_LOOKUP_", {
  /** Name of the set or map. */
  set: [1, string],
  /** Register with the key. */
  sreg: [2, register],
  /** Register that receives the data of a map; 0 for a verdict. */
  dreg: [3, register],
  /** Id of the set within the same transaction, needed for a set without a final name. */
  setId: [4, be32],
  /** Flags. */
  flags: [5, lookupFlags],
});
/** Looks a register up in a set; the rule ends for the packet if it is not there. A map gives its data. */
export interface LookupExpr extends Infer<typeof exprLookup> {}

/** Returns `lookup` in nft's notation. */
export function lookupText({ set = "", sreg = 0, dreg, flags }: LookupExpr): string {
  return join(`reg ${sreg} set ${set}`, named("dreg", dreg), hex(flags));
}
