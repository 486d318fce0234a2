import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { NFNLGRP_NFTABLES } from "../../common/nfnlgrp.js";
import {
  NFT_MSG_DELTABLE,
  NFT_MSG_DESTROYTABLE,
  NFT_MSG_GETTABLE,
  NFT_MSG_NEWTABLE,
} from "../common/nft-msg.js";
import { type Table, tableMessage } from "./layout.js";

/** Messages of tables (`NFT_MSG_*TABLE`). They are changed by transactions. */
export const tableObject = defineObject({
  name: "table",
  namedBy: ["family", "name"],
  layout: nest<Table>(tableMessage),
  types: { new: NFT_MSG_NEWTABLE, delete: NFT_MSG_DELTABLE, get: NFT_MSG_GETTABLE },
  alsoRemovedBy: [NFT_MSG_DESTROYTABLE],
  groups: [NFNLGRP_NFTABLES],
  verbs: ["list", "get", "notify"],
  filters: ["family"],
  keysOf: (given) => [pick(given, "family", "name", "handle")],
});
/** Verbs of tables. */
export interface Tables extends ObjectOf<typeof tableObject> {}
