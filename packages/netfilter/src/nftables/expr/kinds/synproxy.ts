import { attributes, be16, be32, flags, type Infer, u8 } from "@rxnetlink/core/schema";

/** Options of TCP that a SYN proxy offers (`NF_SYNPROXY_OPT_*`). */
export const synproxyFlags = flags("NF_SYNPROXY_OPT_", be32, {
  /** Maximum segment size; filled in by the kernel. */
  mss: 0x01,
  /** Window scaling; filled in by the kernel. */
  wscale: 0x02,
  /** Selective acknowledgements. */
  sackPerm: 0x04,
  /** Timestamps. */
  timestamp: 0x08,
  /** Explicit congestion notification. */
  ecn: 0x10,
});

/** Attributes of `synproxy` (`NFTA_SYNPROXY_*`), the expression and the object. */
export const exprSynproxy = attributes("expr-synproxy-attrs", "NFTA_SYNPROXY_", {
  /** Maximum segment size to announce. */
  mss: [1, be16],
  /** Window scaling to announce. */
  wscale: [2, u8],
  /** Options to offer. */
  flags: [3, synproxyFlags],
});
/** Answers SYN packets with cookies, and connects to the server only for real clients; since 5.3. */
export interface SynproxyExpr extends Infer<typeof exprSynproxy> {}

/** Returns `synproxy` in nft's notation. */
export function synproxyText({ mss = 0, wscale = 0 }: SynproxyExpr): string {
  return `mss ${mss} wscale ${wscale}`;
}
