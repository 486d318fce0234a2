import { attributes, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { natRangeFlags } from "../nat-range-flags.js";
import { hex, join, named } from "../words.js";

/** Attributes of `redir` (`NFTA_REDIR_*`). */
export const exprRedir = attributes("expr-redir-attrs", "NFTA_REDIR_", {
  /** Register with the first destination port. */
  regProtoMin: [1, register],
  /** Register with the last destination port. */
  regProtoMax: [2, register],
  /** Flags. */
  flags: [3, natRangeFlags],
});
/** Translates the destination address to this host. */
export interface RedirExpr extends Infer<typeof exprRedir> {}

/** Returns `redir` in nft's notation. */
export function redirText({ regProtoMin, regProtoMax, flags }: RedirExpr): string {
  return join(
    named("proto_min reg", regProtoMin),
    named("proto_max reg", regProtoMax),
    named("flags", hex(flags)),
  );
}
