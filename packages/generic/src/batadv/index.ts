/**
 * batman-adv, a mesh of layer 2: settings, nodes, neighbours, gateways, clients, bridge loop avoidance, the distributed ARP
 * table, and measurements of throughput (`batadv`).
 *
 * @module
 */
export { type BatmanAdv, batadv } from "./batadv.js";
export {
  BATADV_CMD_GET_BLA_BACKBONE,
  BATADV_CMD_GET_BLA_CLAIM,
  BATADV_CMD_GET_DAT_CACHE,
  BATADV_CMD_GET_GATEWAYS,
  BATADV_CMD_GET_HARDIF,
  BATADV_CMD_GET_MCAST_FLAGS,
  BATADV_CMD_GET_MESH,
  BATADV_CMD_GET_NEIGHBORS,
  BATADV_CMD_GET_ORIGINATORS,
  BATADV_CMD_GET_ROUTING_ALGOS,
  BATADV_CMD_GET_TRANSTABLE_GLOBAL,
  BATADV_CMD_GET_TRANSTABLE_LOCAL,
  BATADV_CMD_GET_VLAN,
  BATADV_CMD_SET_HARDIF,
  BATADV_CMD_SET_MESH,
  BATADV_CMD_SET_VLAN,
  BATADV_CMD_TP_METER,
  BATADV_CMD_TP_METER_CANCEL,
} from "./commands.js";
export { batadvFamily, batadvGroups } from "./family.js";
export { batadvMessage } from "./layout.js";
export {
  type BatadvHardif,
  type BatadvHardifs,
  type BatadvMesh,
  type BatadvMeshes,
  type BatadvVlan,
  type BatadvVlans,
  batadvHardifObject,
  batadvMeshObject,
  batadvVlanObject,
} from "./settings.js";
export {
  type BatadvAlgorithm,
  type BatadvArpEntry,
  type BatadvBackbone,
  type BatadvClaim,
  type BatadvGateway,
  type BatadvGlobalClient,
  type BatadvLocalClient,
  type BatadvMcast,
  type BatadvNeighbor,
  type BatadvOriginator,
  type BatadvTable,
  batadvAlgorithmObject,
  batadvArpObject,
  batadvBackboneObject,
  batadvClaimObject,
  batadvGatewayObject,
  batadvGlobalClientObject,
  batadvLocalClientObject,
  batadvMcastObject,
  batadvNeighborObject,
  batadvOriginatorObject,
} from "./tables.js";
export {
  type BatadvMeasurement,
  type BatadvMeasuring,
  batadvMeasurementSet,
} from "./throughput.js";
export { batadvClientFlags, batadvGwMode, batadvMcastFlags, batadvTpReason } from "./words.js";
