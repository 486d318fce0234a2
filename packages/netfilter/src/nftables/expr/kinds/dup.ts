import { attributes, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { join, named } from "../words.js";

/** Attributes of `dup` (`NFTA_DUP_*`). */
export const exprDup = attributes("expr-dup-attrs", "NFTA_DUP_", {
  /** Register with the address of the receiver. */
  sregAddr: [1, register],
  /** Register with the index of the output link. */
  sregDev: [2, register],
});
/** Sends a copy of the packet to another host or link. */
export interface DupExpr extends Infer<typeof exprDup> {}

/** Returns `dup` in nft's notation. */
export function dupText({ sregAddr, sregDev }: DupExpr): string {
  return join(named("sreg_addr", sregAddr), named("sreg_dev", sregDev));
}
