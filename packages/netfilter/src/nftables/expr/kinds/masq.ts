import { attributes, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { natRangeFlags } from "../nat-range-flags.js";
import { hex, join, named } from "../words.js";

/** Attributes of `masq` (`NFTA_MASQ_*`). */
export const exprMasq = attributes("expr-masq-attrs", "NFTA_MASQ_", {
  /** Flags. */
  flags: [1, natRangeFlags],
  /** Register with the first source port. */
  regProtoMin: [2, register],
  /** Register with the last source port. */
  regProtoMax: [3, register],
});
/** Translates the source address to that of the output link. */
export interface MasqExpr extends Infer<typeof exprMasq> {}

/** Returns `masq` in nft's notation. */
export function masqText({ regProtoMin, regProtoMax, flags }: MasqExpr): string {
  return join(
    named("proto_min reg", regProtoMin),
    named("proto_max reg", regProtoMax),
    named("flags", hex(flags)),
  );
}
