import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { NFNLGRP_NFTABLES } from "../../common/nfnlgrp.js";
import { NFT_MSG_DELSET, NFT_MSG_DESTROYSET, NFT_MSG_GETSET, NFT_MSG_NEWSET } from "../common/nft-msg.js";
import { type NftSet, setMessage } from "./layout.js";

/** Messages of sets and maps (`NFT_MSG_*SET`). They are changed by transactions. */
export const setObject = defineObject({
  name: "set",
  namedBy: ["family", "table", "name"],
  layout: nest<NftSet>(setMessage),
  types: { new: NFT_MSG_NEWSET, delete: NFT_MSG_DELSET, get: NFT_MSG_GETSET },
  alsoRemovedBy: [NFT_MSG_DESTROYSET],
  groups: [NFNLGRP_NFTABLES],
  verbs: ["list", "get", "notify"],
  filters: ["family", "table"],
  keysOf: (given) => [pick(given, "family", "table", "name")],
});
/** Verbs of sets and maps. */
export interface NftSets extends ObjectOf<typeof setObject> {}
