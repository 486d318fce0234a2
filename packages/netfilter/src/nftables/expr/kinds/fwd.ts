import { attributes, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { nfprotoNumber } from "../nfproto.js";
import { join, named, numberOf } from "../words.js";

/** Attributes of `fwd` (`NFTA_FWD_*`). */
export const exprFwd = attributes("expr-fwd-attrs", "NFTA_FWD_", {
  /** Register with the index of the output link. */
  sregDev: [1, register],
  /** Register with the address of the neighbour that receives the packet; since 4.19. */
  sregAddr: [2, register],
  /** Protocol family of that address; since 4.19. */
  nfproto: [3, nfprotoNumber],
});
/** Sends the packet out of another link, from an ingress or egress hook. */
export interface FwdExpr extends Infer<typeof exprFwd> {}

/** Returns `fwd` in nft's notation. */
export function fwdText({ sregDev, sregAddr, nfproto }: FwdExpr): string {
  return join(
    named("sreg_dev", sregDev),
    named("sreg_addr", sregAddr),
    nfproto !== undefined && `nfproto ${numberOf(nfprotoNumber, nfproto)}`,
  );
}
