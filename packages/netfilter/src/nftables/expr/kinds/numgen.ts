import { attributes, be32, enumeration, type Infer, string } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { join, wordOf } from "../words.js";

/** Generators of numbers (`NFT_NG_*`). */
export const numgenType = enumeration("NFT_NG_", be32, {
  /** Counts. */
  incremental: 0,
  /** Random. */
  random: 1,
});

/** Attributes of `numgen` (`NFTA_NG_*`). */
export const exprNumgen = attributes("numgen-attrs", "NFTA_NG_", {
  /** Register that receives the number. */
  dreg: [1, register],
  /** Numbers are below this. */
  modulus: [2, be32],
  /** Generator. */
  type: [3, numgenType],
  /** Number that is added to the result. */
  offset: [4, be32],
  /** No longer used by the kernel: name of a map. */
  setName: [5, string],
  /** No longer used by the kernel: id of a map. */
  setId: [6, be32],
});
/** Generates a number, in host order. */
export interface NumgenExpr extends Infer<typeof exprNumgen> {}

/** Returns `numgen` in nft's notation. */
export function numgenText({ dreg = 0, modulus = 0, type, offset }: NumgenExpr): string {
  const generator = type === "incremental" ? "inc" : wordOf(type);
  return join(`reg ${dreg} = ${generator} mod ${modulus}`, offset ? `offset ${offset}` : "");
}
