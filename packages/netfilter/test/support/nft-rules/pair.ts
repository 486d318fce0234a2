import type { RuleDraft } from "#src/nftables/build/index.js";
import type { NftFamily } from "../nftables/families.js";

/** A rule of nft in a table of some family, and ours that must be the same. */
export type Pair = readonly [family: NftFamily, nft: string, ours: RuleDraft];
