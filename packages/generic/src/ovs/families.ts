import { type Family, groupsOf } from "../family/definition.js";

const MODULE = { from: "the module openvswitch" };
const datapath = groupsOf("ovs_datapath");
const vport = groupsOf("ovs_vport");
const flow = groupsOf("ovs_flow");

/** Multicast groups of the families of Open vSwitch, one each; those of the others report nothing. */
export const ovsGroups = {
  /** Datapaths. */
  datapath: datapath.ovs_datapath,
  /** Ports. */
  vport: vport.ovs_vport,
  /** Flows. */
  flow: flow.ovs_flow,
};

/** Datapaths. The kernel forgets the features of a datapath that is added by version 1. */
export const ovsDatapathFamily: Family = { name: "ovs_datapath", version: 2, groups: datapath, ...MODULE };
/** Ports of datapaths. */
export const ovsVportFamily: Family = { name: "ovs_vport", version: 1, groups: vport, ...MODULE };
/** Flows of datapaths. Whether one may exist already is told by `NLM_F_CREATE`. */
export const ovsFlowFamily: Family = {
  ...{ name: "ovs_flow", version: 1, groups: flow },
  ...{ readsFlags: true, ...MODULE },
};
/** Meters of datapaths; since 4.15. */
export const ovsMeterFamily: Family = { name: "ovs_meter", version: 1, ...MODULE };
/** Limits on the number of connections; since 4.18. */
export const ovsCtLimitFamily: Family = { name: "ovs_ct_limit", version: 1, ...MODULE };
/** Packets of datapaths. */
export const ovsPacketFamily: Family = { name: "ovs_packet", version: 1, ...MODULE };
