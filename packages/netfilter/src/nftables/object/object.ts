import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { NFNLGRP_NFTABLES } from "../../common/nfnlgrp.js";
import {
  NFT_MSG_DELOBJ,
  NFT_MSG_DESTROYOBJ,
  NFT_MSG_GETOBJ,
  NFT_MSG_GETOBJ_RESET,
  NFT_MSG_NEWOBJ,
} from "../common/nft-msg.js";
import { type StatefulObject, statefulObjectMessage } from "./layout.js";

/** Messages of stateful objects (`NFT_MSG_*OBJ`). They are changed by transactions. */
export const statefulObjectObject = defineObject({
  name: "object",
  namedBy: ["family", "table", "type", "name"],
  layout: nest<StatefulObject>(statefulObjectMessage),
  types: { new: NFT_MSG_NEWOBJ, delete: NFT_MSG_DELOBJ, get: NFT_MSG_GETOBJ },
  alsoRemovedBy: [NFT_MSG_DESTROYOBJ],
  groups: [NFNLGRP_NFTABLES],
  verbs: ["list", "get", "notify"],
  filters: ["family", "table", "type"],
  keysOf: (given) => [pick(given, "family", "table", "name", "type")],
});
/** Verbs of stateful objects. */
export interface StatefulObjects extends ObjectOf<typeof statefulObjectObject> {}

/** Messages that read stateful objects and reset their state (`NFT_MSG_GETOBJ_RESET`). */
export const statefulObjectResetObject = defineObject({
  ...statefulObjectObject,
  types: { get: NFT_MSG_GETOBJ_RESET },
  groups: [],
  verbs: ["list", "get"],
});
/** Verbs of stateful objects that also reset counters and quotas. */
export interface StatefulObjectsReset extends ObjectOf<typeof statefulObjectResetObject> {}
