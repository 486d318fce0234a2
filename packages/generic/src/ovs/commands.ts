//  Commands of the families of Open vSwitch (linux/openvswitch.h).

import { genlType } from "../family/genlmsghdr.js";

/** Adds a datapath. */
export const OVS_DP_CMD_NEW = genlType(1);
/** Removes a datapath. */
export const OVS_DP_CMD_DEL = genlType(2);
/** Requests datapaths. */
export const OVS_DP_CMD_GET = genlType(3);
/** Changes a datapath. */
export const OVS_DP_CMD_SET = genlType(4);

/** Adds a port. */
export const OVS_VPORT_CMD_NEW = genlType(1);
/** Removes a port. */
export const OVS_VPORT_CMD_DEL = genlType(2);
/** Requests ports. */
export const OVS_VPORT_CMD_GET = genlType(3);
/** Changes a port. */
export const OVS_VPORT_CMD_SET = genlType(4);

/** Adds a flow, or changes one. */
export const OVS_FLOW_CMD_NEW = genlType(1);
/** Removes a flow, or all. */
export const OVS_FLOW_CMD_DEL = genlType(2);
/** Requests flows. */
export const OVS_FLOW_CMD_GET = genlType(3);
/** Changes a flow. */
export const OVS_FLOW_CMD_SET = genlType(4);

/** Requests what meters can do. */
export const OVS_METER_CMD_FEATURES = genlType(1);
/** Adds or changes a meter. */
export const OVS_METER_CMD_SET = genlType(2);
/** Removes a meter. */
export const OVS_METER_CMD_DEL = genlType(3);
/** Requests a meter. */
export const OVS_METER_CMD_GET = genlType(4);

/** Sets limits of zones. */
export const OVS_CT_LIMIT_CMD_SET = genlType(1);
/** Removes limits of zones. */
export const OVS_CT_LIMIT_CMD_DEL = genlType(2);
/** Requests limits of zones. */
export const OVS_CT_LIMIT_CMD_GET = genlType(3);

/** Reports a packet that no flow matches. */
export const OVS_PACKET_CMD_MISS = genlType(1);
/** Reports a packet that an action handed over. */
export const OVS_PACKET_CMD_ACTION = genlType(2);
/** Applies actions to a packet. */
export const OVS_PACKET_CMD_EXECUTE = genlType(3);
