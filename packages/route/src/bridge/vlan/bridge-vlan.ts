import { defineObject, type ObjectOf, pick, type Verb } from "@rxnetlink/core";
import { nest, type Type } from "@rxnetlink/core/schema";
import { RTM_DELVLAN, RTM_GETVLAN, RTM_NEWVLAN } from "../../common/rtm.js";
import { RTNLGRP_BRVLAN } from "../../common/rtnlgrp.js";
import { type BridgeVlanInfo, bridgeVlanFlags } from "../../link/bridge/bridge.js";
import {
  type BridgeVlan,
  type BridgeVlanEntry,
  type BridgeVlanRequest,
  bridgeVlanDumpMessage,
  bridgeVlanMessage,
} from "./layout.js";
import { bridgeVlanStateRules } from "./state.js";

/** Keeps the flags of a VLAN if a change does not set them, as `bridge vlan set` does. */
function optionsOnly(entry: BridgeVlanEntry): BridgeVlanEntry {
  const { info } = entry;
  if (info === undefined || info.flags !== undefined) return entry;
  return { ...entry, info: { ...(info as BridgeVlanInfo), flags: bridgeVlanFlags.bits.onlyOpts } };
}

function completeBridgeVlan(given: Partial<BridgeVlanRequest>, verb: Verb): Partial<BridgeVlanRequest> {
  const request: Partial<BridgeVlanRequest> = { family: "bridge", ...given };
  if (verb !== "change" || given.entry === undefined) return request;
  return { ...request, entry: given.entry.map(optionsOnly) };
}

/** Bridge VLAN messages (`RTM_*VLAN`). A list has one {@link BridgeVlan} per port, `watch$` and `state$` have one per VLAN. */
export const bridgeVlanObject = defineObject({
  name: "bridgeVlan",
  namedBy: ["ifindex"],
  layout: nest<BridgeVlan>(bridgeVlanMessage),
  types: { new: RTM_NEWVLAN, delete: RTM_DELVLAN, get: RTM_GETVLAN },
  requests: { get: bridgeVlanDumpMessage as Type<BridgeVlanRequest> },
  groups: [RTNLGRP_BRVLAN],
  verbs: ["list", "get", "add", "change", "delete", "notify", "watch"],
  filters: ["family", "ifindex"],
  requestOnly: ["flags"],
  notFound: "ENOENT",
  joins: { by: ["ifindex"] },
  state: bridgeVlanStateRules,
  complete: completeBridgeVlan,
  keysOf: ({ entry, ...vlans }, verb) =>
    verb === "get" || entry === undefined
      ? [pick(vlans, "ifindex")]
      : entry.map((vlan) => ({ ...pick(vlans, "ifindex"), entry: [pick(vlan, "info", "range")] })),
});
/** Verbs of bridge VLANs. */
export interface BridgeVlans extends ObjectOf<typeof bridgeVlanObject> {}
