import { attributes, be32, flags, type Infer, inRequests, nest, u8 } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";

/** Flags of `osf` (`NFT_OSF_F_*`). */
export const osfFlags = flags("NFT_OSF_F_", be32, {
  /** Adds the version to the name; since 5.2. */
  version: 1,
});

/** Attributes of `osf` (`NFTA_OSF_*`). */
export const exprOsfAttributes = attributes("expr-osf-attrs", "NFTA_OSF_", {
  /** Register that receives the name, 16 bytes. */
  dreg: [1, register],
  /** Use of the TTL: 0 as in the fingerprint, 1 at most that, 2 ignored (`NF_OSF_TTL_*`). */
  ttl: [2, u8],
  /** Flags. */
  flags: [3, osfFlags],
});
/** Guesses the sender's operating system from its SYN packet; since 4.20. */
export interface OsfExpr extends Infer<typeof exprOsfAttributes> {}

/** Layout of {@link OsfExpr}. The kernel reports flags of 0, which it refuses in requests. */
export const exprOsf = inRequests(nest<OsfExpr>(exprOsfAttributes), ({ flags, ...osf }) =>
  flags ? { ...osf, flags } : osf,
);

/** Returns `osf` in nft's notation. */
export function osfText({ dreg = 0 }: OsfExpr): string {
  return `dreg ${dreg}`;
}
