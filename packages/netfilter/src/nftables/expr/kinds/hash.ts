import { attributes, be32, enumeration, type Infer, string } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { hex, join } from "../words.js";

/** Hash functions (`NFT_HASH_*`). */
export const hashType = enumeration("NFT_HASH_", be32, {
  /** Jenkins' hash of a register. */
  jenkins: 0,
  /** Hash of the packet's flow, alike in both directions. */
  sym: 1,
});

/** Attributes of `hash` (`NFTA_HASH_*`). */
export const exprHash = attributes("expr-hash-attrs", "NFTA_HASH_", {
  /** Register to hash. */
  sreg: [1, register],
  /** Register that receives the hash. */
  dreg: [2, register],
  /** Number of bytes to hash. */
  len: [3, be32],
  /** The hash is taken modulo this. */
  modulus: [4, be32],
  /** Seed; the kernel chooses one if absent. */
  seed: [5, be32],
  /** Number that is added to the result. */
  offset: [6, be32],
  /** Hash function; since 4.12. */
  type: [7, hashType],
  /** No longer used by the kernel: name of a map. */
  setName: [8, string],
  /** No longer used by the kernel: id of a map. */
  setId: [9, be32],
});
/** Calculates a hash, in host order. */
export interface HashExpr extends Infer<typeof exprHash> {}

/** Returns `hash` in nft's notation. */
export function hashText({
  sreg = 0,
  dreg = 0,
  len = 0,
  modulus = 0,
  seed = 0,
  offset,
  type,
}: HashExpr): string {
  const call = type === "sym" ? "symhash()" : `jhash(reg ${sreg}, ${len}, ${hex(seed)})`;
  return join(`reg ${dreg} = ${call} % mod ${modulus}`, offset ? `offset ${offset}` : "");
}
