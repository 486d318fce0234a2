import { attributes, type Infer, nest } from "@rxnetlink/core/schema";
import { type Data, data } from "../../common/data.js";
import { register } from "../../common/register.js";
import { dataText, join } from "../words.js";

/** Attributes of `immediate` (`NFTA_IMMEDIATE_*`). */
export const exprImmediate = attributes("expr-immediate-attrs", "NFTA_IMMEDIATE_", {
  /** Register that receives the data; 0 for a verdict. */
  dreg: [1, register],
  /** Bytes, or the verdict. */
  data: [2, nest<Data>(data)],
});
/** Puts bytes into a register, or decides on the packet: the verdict is the data of register 0. */
export interface ImmediateExpr extends Infer<typeof exprImmediate> {}

/** Returns `immediate` in nft's notation. */
export function immediateText({ dreg = 0, data }: ImmediateExpr): string {
  return join(`reg ${dreg}`, dataText(data));
}
