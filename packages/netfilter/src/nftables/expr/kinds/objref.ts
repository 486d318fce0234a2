import { attributes, be32, type Infer, string } from "@rxnetlink/core/schema";
import { objectType } from "../../common/object-type.js";
import { register } from "../../common/register.js";
import { numberOf } from "../words.js";

/** Attributes of `objref` (`NFTA_OBJREF_*`). */
export const exprObjref = attributes("expr-objref-attrs", "NFTA_OBJREF_", {
  /** Type of the object named `immName`. */
  immType: [1, objectType],
  /** Name of the object. */
  immName: [2, string],
  /** Register with the key of a map of objects, in place of a name; since 4.11. */
  setSreg: [3, register],
  /** Name of the map. */
  setName: [4, string],
  /** Id of the map within the same transaction. */
  setId: [5, be32],
});
/** Applies a stateful object, such as a named counter. */
export interface ObjrefExpr extends Infer<typeof exprObjref> {}

/** Returns `objref` in nft's notation. */
export function objrefText({ immType, immName = "", setSreg, setName = "" }: ObjrefExpr): string {
  if (setSreg !== undefined) return `sreg ${setSreg} set ${setName}`;
  return `type ${numberOf(objectType, immType)} name ${immName}`;
}
