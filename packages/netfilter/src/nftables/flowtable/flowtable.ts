import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { NFNLGRP_NFTABLES } from "../../common/nfnlgrp.js";
import {
  NFT_MSG_DELFLOWTABLE,
  NFT_MSG_DESTROYFLOWTABLE,
  NFT_MSG_GETFLOWTABLE,
  NFT_MSG_NEWFLOWTABLE,
} from "../common/nft-msg.js";
import { type Flowtable, flowtableMessage } from "./layout.js";

/** Messages of flowtables (`NFT_MSG_*FLOWTABLE`). They are changed by transactions. */
export const flowtableObject = defineObject({
  name: "flowtable",
  namedBy: ["family", "table", "name"],
  layout: nest<Flowtable>(flowtableMessage),
  types: { new: NFT_MSG_NEWFLOWTABLE, delete: NFT_MSG_DELFLOWTABLE, get: NFT_MSG_GETFLOWTABLE },
  alsoRemovedBy: [NFT_MSG_DESTROYFLOWTABLE],
  groups: [NFNLGRP_NFTABLES],
  verbs: ["list", "get", "notify"],
  filters: ["family", "table"],
  keysOf: (given) => [pick(given, "family", "table", "name")],
});
/** Verbs of flowtables. */
export interface Flowtables extends ObjectOf<typeof flowtableObject> {}
