//  Commands of batman-adv (linux/batman_adv.h).

import { genlType } from "../family/genlmsghdr.js";

/** Requests the settings of a mesh. */
export const BATADV_CMD_GET_MESH = genlType(1);
/** Starts a measurement of throughput, and reports its end. */
export const BATADV_CMD_TP_METER = genlType(2);
/** Stops a measurement of throughput. */
export const BATADV_CMD_TP_METER_CANCEL = genlType(3);
/** Requests the routing algorithms. */
export const BATADV_CMD_GET_ROUTING_ALGOS = genlType(4);
/** Requests the links of a mesh. */
export const BATADV_CMD_GET_HARDIF = genlType(5);
/** Requests the clients of this node. */
export const BATADV_CMD_GET_TRANSTABLE_LOCAL = genlType(6);
/** Requests the clients of other nodes. */
export const BATADV_CMD_GET_TRANSTABLE_GLOBAL = genlType(7);
/** Requests the other nodes. */
export const BATADV_CMD_GET_ORIGINATORS = genlType(8);
/** Requests the neighbours. */
export const BATADV_CMD_GET_NEIGHBORS = genlType(9);
/** Requests the gateways. */
export const BATADV_CMD_GET_GATEWAYS = genlType(10);
/** Requests the claims of bridge loop avoidance. */
export const BATADV_CMD_GET_BLA_CLAIM = genlType(11);
/** Requests the backbones of bridge loop avoidance. */
export const BATADV_CMD_GET_BLA_BACKBONE = genlType(12);
/** Requests the distributed ARP table. */
export const BATADV_CMD_GET_DAT_CACHE = genlType(13);
/** Requests the multicast facts of nodes. */
export const BATADV_CMD_GET_MCAST_FLAGS = genlType(14);
/** Changes the settings of a mesh, and reports that; since 5.1. */
export const BATADV_CMD_SET_MESH = genlType(15);
/** Changes the settings of a link, and reports that; since 5.1. */
export const BATADV_CMD_SET_HARDIF = genlType(16);
/** Requests the settings of a VLAN; since 5.1. */
export const BATADV_CMD_GET_VLAN = genlType(17);
/** Changes the settings of a VLAN, and reports that; since 5.1. */
export const BATADV_CMD_SET_VLAN = genlType(18);
