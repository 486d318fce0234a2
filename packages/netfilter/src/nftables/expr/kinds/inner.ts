import { attributes, be32, enumeration, flags, type Infer } from "@rxnetlink/core/schema";
import type { Expression } from "../expression.js";
import { nestedExpression } from "../nested.js";
import { join, wordOf } from "../words.js";

/** Tunnels whose inner headers rules can match (`NFT_INNER_*`). */
export const innerType = enumeration("NFT_INNER_", be32, {
  /** None that needs more than the flags: GRE, IPIP. */
  unspec: 0,
  vxlan: 1,
  geneve: 2,
});

/** Parts of a tunnelled packet to parse (`NFT_INNER_*`). */
export const innerFlags = flags("NFT_INNER_", be32, {
  /** Header of the tunnel. */
  hdrsize: 1,
  /** Link-layer header. */
  ll: 2,
  /** Network header. */
  nh: 4,
  /** Transport header. */
  th: 8,
});

/** Attributes of `inner` (`NFTA_INNER_*`). */
export const exprInner = attributes("expr-inner-attrs", "NFTA_INNER_", {
  /** Nesting of the tunnel; 0. */
  num: [1, be32],
  /** Kind of the tunnel. */
  type: [2, innerType],
  /** Parts to parse. */
  flags: [3, innerFlags],
  /** Size of the tunnel's header, in bytes. */
  hdrsize: [4, be32],
  /** Expression that acts on the tunnelled packet: `payload` or `meta`. */
  expr: [5, nestedExpression],
});
/** Applies an expression to the packet inside a tunnel; since 6.2. */
export interface InnerExpr extends Infer<typeof exprInner> {}

/** Returns `inner` in nft's notation. */
export function innerText(inner: InnerExpr, textOf: (expression: Expression) => string): string {
  const { type, hdrsize = 0, flags = 0, expr } = inner;
  const start = `type ${wordOf(type)} hdrsize ${hdrsize} flags ${flags.toString(16)}`;
  return join(start, expr !== undefined && textOf(expr));
}
