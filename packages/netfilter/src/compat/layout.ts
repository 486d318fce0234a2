import { attributes, be32, enumeration, type Infer, message, string } from "@rxnetlink/core/schema";
import { nfgenmsg } from "../common/nfgenmsg.js";

/** Kind of an extension of xtables; the kernel has no names for the numbers. */
export const compatType = enumeration("NFT_COMPAT_", be32, { match: 0, target: 1 });

/** Attributes of extensions (`NFTA_COMPAT_*`). */
export const compatAttributes = attributes("compat-attrs", "NFTA_COMPAT_", {
  /** Name of the extension: `"conntrack"`. */
  name: [1, string],
  /** Revision of its settings; in a reply the newest that the kernel has. */
  rev: [2, be32],
  /** Kind of the extension. */
  type: [3, compatType],
});

/** Layout of `NFNL_MSG_COMPAT_GET`. */
export const compatMessage = message("compat", nfgenmsg, compatAttributes);
/** An extension of xtables, which nftables can use in rules of `iptables-nft`. */
export interface Compat extends Infer<typeof compatMessage> {}
