import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { NFNLGRP_NFTABLES } from "../../common/nfnlgrp.js";
import {
  NFT_MSG_DELRULE,
  NFT_MSG_DESTROYRULE,
  NFT_MSG_GETRULE,
  NFT_MSG_GETRULE_RESET,
  NFT_MSG_NEWRULE,
} from "../common/nft-msg.js";
import { type Rule, ruleMessage } from "./layout.js";

/** Messages of rules (`NFT_MSG_*RULE`). They are changed by transactions. */
export const ruleObject = defineObject({
  name: "rule",
  namedBy: ["family", "table", "chain", "handle"],
  layout: nest<Rule>(ruleMessage),
  types: { new: NFT_MSG_NEWRULE, delete: NFT_MSG_DELRULE, get: NFT_MSG_GETRULE },
  alsoRemovedBy: [NFT_MSG_DESTROYRULE],
  groups: [NFNLGRP_NFTABLES],
  verbs: ["list", "get", "notify"],
  filters: ["family", "table", "chain"],
  keysOf: (given) => [pick(given, "family", "table", "chain", "handle")],
});
/** Verbs of rules. */
export interface Rules extends ObjectOf<typeof ruleObject> {}

/** Messages that read rules and reset their state (`NFT_MSG_GETRULE_RESET`). */
export const ruleResetObject = defineObject({
  ...ruleObject,
  types: { get: NFT_MSG_GETRULE_RESET },
  groups: [],
  verbs: ["list", "get"],
});
/** Verbs of rules that also reset counters and quotas. */
export interface RulesReset extends ObjectOf<typeof ruleResetObject> {}
