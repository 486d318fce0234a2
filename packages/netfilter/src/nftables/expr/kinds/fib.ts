import { attributes, be32, enumeration, flags, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { join, wordOf } from "../words.js";

/** Results of a look-up of routes (`NFT_FIB_RESULT_*`). */
export const fibResult = enumeration("NFT_FIB_RESULT_", be32, {
  unspec: 0,
  /** Index of the output link. */
  oif: 1,
  /** Name of the output link, 16 bytes. */
  oifname: 2,
  /** Type of the address (`RTN_*`), in host order. */
  addrtype: 3,
});

/** Inputs of a look-up of routes (`NFTA_FIB_F_*`). */
export const fibFlags = flags("NFTA_FIB_F_", be32, {
  /** Looks up the source address. */
  saddr: 1,
  /** Looks up the destination address. */
  daddr: 2,
  /** Uses the mark. */
  mark: 4,
  /** Restricts the result to the input link. */
  iif: 8,
  /** Restricts the result to the output link. */
  oif: 16,
  /** Loads 1 if there is a result, else 0, in 1 byte. */
  present: 32,
});

/** Attributes of `fib` (`NFTA_FIB_*`). */
export const exprFib = attributes("expr-fib-attrs", "NFTA_FIB_", {
  /** Register that receives the result. */
  dreg: [1, register],
  /** Result to load. */
  result: [2, fibResult],
  /** Inputs. */
  flags: [3, fibFlags],
});
/** Looks up the route of an address; since 4.10. */
export interface FibExpr extends Infer<typeof exprFib> {}

const RESULTS = { addrtype: "type" };

/** Returns `fib` in nft's notation. */
export function fibText({ dreg = 0, result, flags = 0 }: FibExpr): string {
  const inputs = fibFlags.names(flags).filter((name) => name !== "present");
  const present = fibFlags.has(flags, "present") && "present";
  return join(inputs.join(" . "), wordOf(result, RESULTS), present, `=> reg ${dreg}`);
}
