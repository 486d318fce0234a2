import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { NFNLGRP_NFTABLES } from "../../common/nfnlgrp.js";
import {
  NFT_MSG_DELCHAIN,
  NFT_MSG_DESTROYCHAIN,
  NFT_MSG_GETCHAIN,
  NFT_MSG_NEWCHAIN,
} from "../common/nft-msg.js";
import { type Chain, chainMessage } from "./layout.js";

/** Messages of chains (`NFT_MSG_*CHAIN`). They are changed by transactions. */
export const chainObject = defineObject({
  name: "chain",
  namedBy: ["family", "table", "name"],
  layout: nest<Chain>(chainMessage),
  types: { new: NFT_MSG_NEWCHAIN, delete: NFT_MSG_DELCHAIN, get: NFT_MSG_GETCHAIN },
  alsoRemovedBy: [NFT_MSG_DESTROYCHAIN],
  groups: [NFNLGRP_NFTABLES],
  verbs: ["list", "get", "notify"],
  filters: ["family"],
  keysOf: (given) => [pick(given, "family", "table", "name")],
});
/** Verbs of chains. */
export interface Chains extends ObjectOf<typeof chainObject> {}
