import { defineObject, type NetlinkObject, type ObjectDefinition } from "@rxnetlink/core";
import {
  BATADV_CMD_GET_BLA_BACKBONE,
  BATADV_CMD_GET_BLA_CLAIM,
  BATADV_CMD_GET_DAT_CACHE,
  BATADV_CMD_GET_GATEWAYS,
  BATADV_CMD_GET_MCAST_FLAGS,
  BATADV_CMD_GET_NEIGHBORS,
  BATADV_CMD_GET_ORIGINATORS,
  BATADV_CMD_GET_ROUTING_ALGOS,
  BATADV_CMD_GET_TRANSTABLE_GLOBAL,
  BATADV_CMD_GET_TRANSTABLE_LOCAL,
} from "./commands.js";
import { type BatadvMessage, layoutOf } from "./layout.js";

/** A routing algorithm that the module has. */
export interface BatadvAlgorithm extends Pick<BatadvMessage, "algoName"> {}
/** A client of this node. */
export interface BatadvLocalClient
  extends Pick<
    BatadvMessage,
    "meshIfindex" | "ttAddress" | "ttVid" | "ttFlags" | "ttCrc32" | "lastSeenMsecs"
  > {}
/** A client of another node. */
export interface BatadvGlobalClient
  extends Pick<
    BatadvMessage,
    | "meshIfindex"
    | "ttAddress"
    | "ttVid"
    | "ttFlags"
    | "ttCrc32"
    | "ttTtvn"
    | "ttLastTtvn"
    | "origAddress"
    | "flagBest"
  > {}
/** A path to another node. */
export interface BatadvOriginator
  extends Pick<
    BatadvMessage,
    | "meshIfindex"
    | "origAddress"
    | "neighAddress"
    | "hardIfindex"
    | "hardIfname"
    | "tq"
    | "throughput"
    | "lastSeenMsecs"
    | "flagBest"
  > {}
/** A neighbour. */
export interface BatadvNeighbor
  extends Pick<
    BatadvMessage,
    "meshIfindex" | "neighAddress" | "hardIfindex" | "hardIfname" | "throughput" | "lastSeenMsecs"
  > {}
/** A gateway to the Internet. */
export interface BatadvGateway
  extends Pick<
    BatadvMessage,
    | "meshIfindex"
    | "origAddress"
    | "router"
    | "hardIfindex"
    | "hardIfname"
    | "tq"
    | "throughput"
    | "bandwidthUp"
    | "bandwidthDown"
    | "flagBest"
  > {}
/** A client that a node claimed behind a bridge. */
export interface BatadvClaim
  extends Pick<
    BatadvMessage,
    "meshIfindex" | "blaAddress" | "blaVid" | "blaBackbone" | "blaCrc" | "blaOwn"
  > {}
/** A node behind the same bridge. */
export interface BatadvBackbone
  extends Pick<
    BatadvMessage,
    "meshIfindex" | "blaBackbone" | "blaVid" | "blaCrc" | "blaOwn" | "lastSeenMsecs"
  > {}
/** An entry of the distributed ARP table. */
export interface BatadvArpEntry
  extends Pick<
    BatadvMessage,
    "meshIfindex" | "datCacheIp4address" | "datCacheHwaddress" | "datCacheVid" | "lastSeenMsecs"
  > {}
/** Facts about the multicast of a node; absent if it announced none. */
export interface BatadvMcast extends Pick<BatadvMessage, "meshIfindex" | "origAddress" | "mcastFlags"> {}

/** Verbs of a table: `list$` needs `meshIfindex`. The kernel reports no changes. */
export interface BatadvTable<T extends object> extends Pick<NetlinkObject<T, T, "list">, "list$"> {}

/** Defines a table of a mesh. */
const table = <T extends Pick<BatadvMessage, "meshIfindex">>(
  name: string,
  get: number,
): ObjectDefinition<T, T, "list"> =>
  defineObject<T, "list", T>({
    name,
    layout: layoutOf<T>(),
    types: { get },
    groups: [],
    verbs: ["list"],
    filters: [],
    requestOnly: ["meshIfindex"],
    hint: ({ errno }) => (errno === 2 ? "no link of the mesh is in use yet" : undefined),
    corrected: (row, { meshIfindex }) => ({ meshIfindex, ...row }) as T,
  });

/** Messages of routing algorithms. */
export const batadvAlgorithmObject = defineObject({
  name: "batadvAlgorithm",
  layout: layoutOf<BatadvAlgorithm>(),
  types: { get: BATADV_CMD_GET_ROUTING_ALGOS },
  groups: [],
  verbs: ["list"],
  filters: [],
});
/** Messages of the clients of this node. */
export const batadvLocalClientObject = table<BatadvLocalClient>(
  "batadvLocalClient",
  BATADV_CMD_GET_TRANSTABLE_LOCAL,
);
/** Messages of the clients of other nodes. */
export const batadvGlobalClientObject = table<BatadvGlobalClient>(
  "batadvGlobalClient",
  BATADV_CMD_GET_TRANSTABLE_GLOBAL,
);
/** Messages of the other nodes. */
export const batadvOriginatorObject = table<BatadvOriginator>("batadvOriginator", BATADV_CMD_GET_ORIGINATORS);
/** Messages of neighbours. */
export const batadvNeighborObject = table<BatadvNeighbor>("batadvNeighbor", BATADV_CMD_GET_NEIGHBORS);
/** Messages of gateways. */
export const batadvGatewayObject = table<BatadvGateway>("batadvGateway", BATADV_CMD_GET_GATEWAYS);
/** Messages of claims. */
export const batadvClaimObject = table<BatadvClaim>("batadvClaim", BATADV_CMD_GET_BLA_CLAIM);
/** Messages of backbones. */
export const batadvBackboneObject = table<BatadvBackbone>("batadvBackbone", BATADV_CMD_GET_BLA_BACKBONE);
/** Messages of the distributed ARP table. */
export const batadvArpObject = table<BatadvArpEntry>("batadvArp", BATADV_CMD_GET_DAT_CACHE);
/** Messages of multicast facts. */
export const batadvMcastObject = table<BatadvMcast>("batadvMcast", BATADV_CMD_GET_MCAST_FLAGS);
