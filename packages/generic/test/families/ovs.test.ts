import { describe } from "vitest";
import type { FamilyOptions } from "#src/generic.js";
import { OVS_METER_CMD_FEATURES, OVS_PACKET_CMD_ACTION } from "#src/ovs/commands.js";
import { ovsCtLimitObject } from "#src/ovs/ct-limit.js";
import { ovsDatapathObject } from "#src/ovs/datapath.js";
import {
  ovsCtLimitFamily,
  ovsDatapathFamily,
  ovsFlowFamily,
  ovsMeterFamily,
  ovsPacketFamily,
  ovsVportFamily,
} from "#src/ovs/families.js";
import { ovsFlowObject } from "#src/ovs/flow/flow.js";
import { ovsMeterMessage, ovsMeterObject } from "#src/ovs/meter.js";
import { type Ovs, ovs } from "#src/ovs/ovs.js";
import { ovsPacketMessage, ovsPacketSet } from "#src/ovs/packet.js";
import { ovsVportObject } from "#src/ovs/vport.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates, goldenMessages } from "../support/family-gates.js";

/** The header, whose command and version a connection enters. */
const oneWay = /^ovs-[a-z-]+ /;

/** Opens one of the families. */
const only = (key: keyof Ovs) => (options: FamilyOptions) => ({ [key]: ovs(options)[key] });

describe("datapaths", () => {
  familyGates({
    family: ovsDatapathFamily,
    open: only("datapath"),
    messages: [ovsDatapathObject],
    atLeast: 2,
    oneWay,
  });
});
describe("ports", () => {
  familyGates({
    family: ovsVportFamily,
    open: only("vport"),
    messages: [ovsVportObject],
    atLeast: 3,
    oneWay,
  });
});
describe("flows", () => {
  familyGates({ family: ovsFlowFamily, open: only("flow"), messages: [ovsFlowObject], atLeast: 6, oneWay });
});
describe("meters", () => {
  familyGates({
    family: ovsMeterFamily,
    open: only("meter"),
    messages: [ovsMeterObject, { types: { get: OVS_METER_CMD_FEATURES }, layout: ovsMeterMessage }],
    atLeast: 1,
    oneWay,
  });
});
describe("limits", () => {
  familyGates({
    family: ovsCtLimitFamily,
    open: only("ctLimit"),
    messages: [ovsCtLimitObject],
    atLeast: 1,
    oneWay,
  });
});
describe("packets", () => {
  const action = { types: { new: OVS_PACKET_CMD_ACTION }, layout: ovsPacketMessage };
  goldenMessages({ family: ovsPacketFamily, messages: [ovsPacketSet, action], atLeast: 0, oneWay });
});

const NAME = "the family's name and version stand in its module";
const LAZY = "a layout that contains itself";
const ADDRESS = "an address, as text";
const USER = "no kernel sends or accepts it";

describe("drift", () => {
  familyDrift({
    folder: "ovs",
    headers: ["openvswitch.h"],
    specs: ["ovs_datapath", "ovs_vport", "ovs_flow"],
    commands: [
      "OVS_DP_CMD_",
      "OVS_VPORT_CMD_",
      "OVS_FLOW_CMD_",
      "OVS_METER_CMD_",
      "OVS_CT_LIMIT_CMD_",
      "OVS_PACKET_CMD_",
    ],
    subsets: ["masked-key-attrs", "masked-nsh-key-attrs", "vport-vxlan-extensions"],
    exceptions: {
      ovs_header: "it follows the header of generic netlink, which is declared with it",
      "ovs_header.": "it follows the header of generic netlink, which is declared with it",
      "action-attrs.clone": LAZY,
      "sample-attrs.actions": LAZY,
      "check-pkt-len-attrs.": LAZY,
      "dec-ttl-attrs.action": LAZY,
      "key-attrs.encap": LAZY,
      "flow-attrs.actions": "actions are in order, which the spec does not express",
      "action-attrs.drop": "newer than the spec",
      "action-attrs.setMasked": "values with masks, which the spec does not express",
      "action-attrs.trunc": "the spec says that it is a struct",
      "key-attrs.icmpv6": "the same members, in the kernel's struct for ICMPv6",
      "key-attrs.mpls": "a stack of labels",
      "tunnel-key-attrs.ipv4Src": ADDRESS,
      "tunnel-key-attrs.ipv4Dst": ADDRESS,
      "tunnel-key-attrs.geneveOpts": "options as in a packet, in network byte order",
      "vport.netnsid": "an id is negative where there is none",
      "vport-options.dstPort": "ovs_tnl_get_options() of each kind: 16 bits",
      "vport-options.extension": "vxlan_configure_exts(): a nest",
      with_mask_: "a value and its mask, for which the kernel has no struct",
    },
    omissions: {
      OVS_DATAPATH_: NAME,
      OVS_VPORT_FAMILY: NAME,
      OVS_VPORT_MCGROUP: NAME,
      OVS_VPORT_VERSION: NAME,
      OVS_FLOW_FAMILY: NAME,
      OVS_FLOW_MCGROUP: NAME,
      OVS_FLOW_VERSION: NAME,
      OVS_METER_FAMILY: NAME,
      OVS_METER_MCGROUP: NAME,
      OVS_METER_VERSION: NAME,
      OVS_CT_LIMIT_FAMILY: NAME,
      OVS_CT_LIMIT_MCGROUP: NAME,
      OVS_CT_LIMIT_VERSION: NAME,
      OVS_PACKET_FAMILY: NAME,
      OVS_PACKET_VERSION: NAME,
      OVS_DP_VER_FEATURES: NAME,
      OVS_KEY_ATTR_PACKET_TYPE: USER,
      OVS_KEY_ATTR_ND_EXTENSIONS: USER,
      OVS_KEY_ATTR_TUNNEL_INFO: "the kernel's own form of a tunnel, which it does not send",
      OVS_CS_F_NAT_MASK: "two flags at once",
      OVS_CT_LABELS_LEN: "a size",
      OVS_CT_LABELS_LEN_32: "a size",
      OVS_MPLS_L3_TUNNEL_FLAG_MASK: "1, as the member says",
      OVS_PSAMPLE_COOKIE_MAX_SIZE: "a size, which the kernel checks",
      NSH_MD1_CONTEXT_SIZE: "a size",
      OVSP_LOCAL: "0, as the member says",
      ovs_key_ct_labels: "bytes",
    },
  });
});
