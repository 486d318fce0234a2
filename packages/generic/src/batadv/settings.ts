import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import {
  BATADV_CMD_GET_HARDIF,
  BATADV_CMD_GET_MESH,
  BATADV_CMD_GET_VLAN,
  BATADV_CMD_SET_HARDIF,
  BATADV_CMD_SET_MESH,
  BATADV_CMD_SET_VLAN,
} from "./commands.js";
import { batadvGroups } from "./family.js";
import { type BatadvMessage, layoutOf } from "./layout.js";

/** A mesh, and the settings of this node in it. */
export interface BatadvMesh
  extends Pick<
    BatadvMessage,
    | "version"
    | "algoName"
    | "meshIfindex"
    | "meshIfname"
    | "meshAddress"
    | "hardIfindex"
    | "hardIfname"
    | "hardAddress"
    | "ttTtvn"
    | "blaCrc"
    | "mcastFlags"
    | "mcastFlagsPriv"
    | "aggregatedOgmsEnabled"
    | "apIsolationEnabled"
    | "isolationMark"
    | "isolationMask"
    | "bondingEnabled"
    | "bridgeLoopAvoidanceEnabled"
    | "distributedArpTableEnabled"
    | "fragmentationEnabled"
    | "gwBandwidthDown"
    | "gwBandwidthUp"
    | "gwMode"
    | "gwSelClass"
    | "hopPenalty"
    | "logLevel"
    | "multicastForcefloodEnabled"
    | "networkCodingEnabled"
    | "origInterval"
    | "multicastFanout"
  > {}

/** A link of a mesh, and its settings. */
export interface BatadvHardif
  extends Pick<
    BatadvMessage,
    | "meshIfindex"
    | "meshIfname"
    | "hardIfindex"
    | "hardIfname"
    | "hardAddress"
    | "active"
    | "hopPenalty"
    | "elpInterval"
    | "throughputOverride"
  > {}

/** A VLAN over a mesh, and its settings. */
export interface BatadvVlan
  extends Pick<BatadvMessage, "meshIfindex" | "meshIfname" | "vlanid" | "apIsolationEnabled"> {}

/** Messages of meshes (`BATADV_CMD_*_MESH`). */
export const batadvMeshObject = defineObject({
  name: "batadvMesh",
  namedBy: ["meshIfindex"],
  layout: layoutOf<BatadvMesh>(),
  types: { get: BATADV_CMD_GET_MESH, set: BATADV_CMD_SET_MESH },
  alsoNotifiedBy: [BATADV_CMD_SET_MESH],
  groups: [batadvGroups.config],
  verbs: ["get", "change", "notify"],
  filters: [],
  keysOf: (given) => [pick(given, "meshIfindex")],
});
/** Verbs of meshes. Links become meshes, and join them, by `nl.link`: kind `batadv`, and `controller`. */
export interface BatadvMeshes extends ObjectOf<typeof batadvMeshObject> {}

/** Messages of the links of a mesh (`BATADV_CMD_*_HARDIF`). */
export const batadvHardifObject = defineObject({
  name: "batadvHardif",
  namedBy: ["meshIfindex", "hardIfindex"],
  layout: layoutOf<BatadvHardif>(),
  types: { get: BATADV_CMD_GET_HARDIF, set: BATADV_CMD_SET_HARDIF },
  alsoNotifiedBy: [BATADV_CMD_SET_HARDIF],
  groups: [batadvGroups.config],
  verbs: ["list", "get", "change", "notify"],
  filters: ["meshIfindex"],
  keysOf: (given) => [pick(given, "meshIfindex", "hardIfindex")],
});
/** Verbs of the links of a mesh. `list$` needs `meshIfindex`. */
export interface BatadvHardifs extends ObjectOf<typeof batadvHardifObject> {}

/** Messages of VLANs over a mesh (`BATADV_CMD_*_VLAN`). */
export const batadvVlanObject = defineObject({
  name: "batadvVlan",
  namedBy: ["meshIfindex", "vlanid"],
  layout: layoutOf<BatadvVlan>(),
  types: { get: BATADV_CMD_GET_VLAN, set: BATADV_CMD_SET_VLAN },
  alsoNotifiedBy: [BATADV_CMD_SET_VLAN],
  groups: [batadvGroups.config],
  verbs: ["get", "change", "notify"],
  filters: [],
  keysOf: (given) => [pick(given, "meshIfindex", "vlanid")],
});
/** Verbs of VLANs over a mesh. */
export interface BatadvVlans extends ObjectOf<typeof batadvVlanObject> {}
