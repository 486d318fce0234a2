import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { NLM_F_ACK, nest } from "@rxnetlink/core/schema";
import {
  NFNLGRP_CONNTRACK_DESTROY,
  NFNLGRP_CONNTRACK_NEW,
  NFNLGRP_CONNTRACK_UPDATE,
} from "../../common/nfnlgrp.js";
import { IPCTNL_MSG_CT_DELETE, IPCTNL_MSG_CT_GET, IPCTNL_MSG_CT_NEW } from "../messages.js";
import { completeConntrack, keyOf } from "./complete.js";
import { conntrackHint } from "./hint.js";
import { type Conntrack, conntrackMessage } from "./layout.js";
import { conntrackStateRules } from "./state.js";

/** Messages of connections (`IPCTNL_MSG_CT_*`). */
export const conntrackObject = defineObject({
  name: "conntrack",
  namedBy: ["family", "zone", "id", "mark"],
  layout: nest<Conntrack>(conntrackMessage),
  types: { new: IPCTNL_MSG_CT_NEW, delete: IPCTNL_MSG_CT_DELETE, get: IPCTNL_MSG_CT_GET },
  groups: [NFNLGRP_CONNTRACK_NEW, NFNLGRP_CONNTRACK_UPDATE, NFNLGRP_CONNTRACK_DESTROY],
  verbs: ["list", "get", "add", "change", "delete", "flushAll", "notify", "watch"],
  filters: [
    "family",
    "mark",
    "markMask",
    "status",
    "statusMask",
    "zone",
    "tupleOrig",
    "tupleReply",
    "filter",
  ],
  requestOnly: ["filter"],
  // A single reply says that more follow, but none do: the acknowledgement is its end.
  getFlags: NLM_F_ACK,
  keeps: ["family", "tupleOrig", "zone"],
  complete: completeConntrack,
  keysOf: (value, verb) => [keyOf(value, verb)],
  hint: conntrackHint,
  state: conntrackStateRules,
});
/** Verbs of connections that follow from the kernel's messages. */
export interface ConntrackVerbs extends ObjectOf<typeof conntrackObject> {}
