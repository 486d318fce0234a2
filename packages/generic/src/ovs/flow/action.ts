import {
  attributes,
  be16,
  be32,
  binary,
  enumeration,
  flag,
  type Infer,
  inOrder,
  lazy,
  nest,
  pad,
  struct,
  type Type,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { type OvsCt, ovsCtAttributes } from "./conntrack.js";
import { type OvsKey, ovsKey } from "./key.js";
import { type OvsMaskedKey, ovsMaskedKeyAttributes } from "./masked.js";
import { type OvsNshKey, ovsNshKeyAttributes } from "./nsh.js";
import { type OvsKeyEthernet, ovsKeyEthernet } from "./structs.js";

/** Hashes (`OVS_HASH_ALG_*`). */
export const ovsHashAlgorithm = enumeration("OVS_HASH_ALG_", u32, {
  /** Of addresses and ports. */
  l4: 0,
  /** The same in both directions; since 6.7. */
  symL4: 1,
});

/** Tag to push. */
const ovsActionPushVlan = struct("ovs_action_push_vlan", {
  /** Protocol: 0x8100 or 0x88a8. */
  tpid: be16,
  /** Tag; bit 0x1000 must be set. */
  tci: be16,
});
/** Tag to push. */
export interface OvsPushVlan extends Infer<typeof ovsActionPushVlan> {}

/** Label to push. */
const ovsActionPushMpls = struct("ovs_action_push_mpls", {
  /** Entry of the stack. */
  lse: be32,
  /** Protocol over Ethernet: 0x8847 or 0x8848. */
  ethertype: be16,
  pad: pad(2),
});
/** Label to push. */
export interface OvsPushMpls extends Infer<typeof ovsActionPushMpls> {}

/** Label to insert. */
const ovsActionAddMpls = struct("ovs_action_add_mpls", {
  /** Entry of the stack. */
  lse: be32,
  /** Protocol over Ethernet: 0x8847 or 0x8848. */
  ethertype: be16,
  /** Place: 1 before the network header, 0 before the packet. */
  tunFlags: u16,
});
/** Label to insert. */
export interface OvsAddMpls extends Infer<typeof ovsActionAddMpls> {}

/** Hash to make. */
const ovsActionHash = struct("ovs_action_hash", {
  /** Algorithm. */
  alg: ovsHashAlgorithm,
  /** Number to begin with. */
  basis: u32,
});
/** Hash to make. */
export interface OvsHash extends Infer<typeof ovsActionHash> {}

/** Length to cut to. */
const ovsActionTrunc = struct("ovs_action_trunc", {
  /** Number of bytes that the next output sends at most. */
  maxLen: u32,
});
/** Length to cut to. */
export interface OvsTrunc extends Infer<typeof ovsActionTrunc> {}

/** Ethernet header to push. */
const ovsActionPushEth = struct("ovs_action_push_eth", {
  /** Addresses. */
  addresses: nest<OvsKeyEthernet>(ovsKeyEthernet),
});
/** Ethernet header to push. */
export interface OvsPushEth extends Infer<typeof ovsActionPushEth> {}

/** Attributes of packets that are handed over (`OVS_USERSPACE_ATTR_*`). */
const ovsUserspaceAttributes = attributes("userspace-attrs", "OVS_USERSPACE_ATTR_", {
  /** Port id of the socket. */
  pid: [1, u32],
  /** Data to hand over with the packet. */
  userdata: [2, binary],
  /** Port whose tunnel to hand over with the packet. */
  egressTunPort: [3, u32],
  /** Set to hand over the actions too. */
  actions: [4, flag],
});
/** A packet to hand over. */
export interface OvsUserspace extends Infer<typeof ovsUserspaceAttributes> {}

const nestedActions = lazy((): Type<OvsAction[]> => ovsActions);

/** Attributes of a sample (`OVS_SAMPLE_ATTR_*`). */
const ovsSampleAttributes = attributes("sample-attrs", "OVS_SAMPLE_ATTR_", {
  /** Probability: 0xffffffff for each packet. */
  probability: [1, u32],
  /** Actions to apply to those chosen. */
  actions: [2, nestedActions],
});
/** Actions for some packets. */
export interface OvsSample extends Infer<typeof ovsSampleAttributes> {}

/** Attributes of a check of the length (`OVS_CHECK_PKT_LEN_ATTR_*`). */
const ovsCheckPktLenAttributes = attributes("check-pkt-len-attrs", "OVS_CHECK_PKT_LEN_ATTR_", {
  /** Length in bytes. */
  pktLen: [1, u16],
  /** Actions for longer packets. */
  actionsIfGreater: [2, nestedActions],
  /** Actions for others. */
  actionsIfLessEqual: [3, nestedActions],
});
/** Actions by the length of a packet. */
export interface OvsCheckPktLen extends Infer<typeof ovsCheckPktLenAttributes> {}

/** Attributes of the action that counts down (`OVS_DEC_TTL_ATTR_*`). */
const ovsDecTtlAttributes = attributes("dec-ttl-attrs", "OVS_DEC_TTL_ATTR_", {
  /** Actions for packets whose time has run out. */
  action: [1, nestedActions],
});
/** A time to live to count down. */
export interface OvsDecTtl extends Infer<typeof ovsDecTtlAttributes> {}

/** Attributes of a sample for psample (`OVS_PSAMPLE_ATTR_*`). */
const ovsPsampleAttributes = attributes("psample-attrs", "OVS_PSAMPLE_ATTR_", {
  /** Group of psample. */
  group: [1, u32],
  /** Data to report with the packet, at most 16 bytes. */
  cookie: [2, binary],
});
/** A sample for psample. */
export interface OvsPsample extends Infer<typeof ovsPsampleAttributes> {}

/** Attributes of actions (`OVS_ACTION_ATTR_*`). */
const ovsActionAttributes = attributes("action-attrs", "OVS_ACTION_ATTR_", {
  /** Sends by a port. */
  output: [1, u32],
  /** Hands over to a socket. */
  userspace: [2, nest<OvsUserspace>(ovsUserspaceAttributes)],
  /** Sets a header: one member. */
  set: [3, nest<OvsKey>(ovsKey)],
  /** Pushes a tag. */
  pushVlan: [4, nest<OvsPushVlan>(ovsActionPushVlan)],
  /** Pops a tag. */
  popVlan: [5, flag],
  /** Applies actions to some packets. */
  sample: [6, nest<OvsSample>(ovsSampleAttributes)],
  /** Looks for a flow again, with this id. */
  recirc: [7, u32],
  /** Makes a hash. */
  hash: [8, nest<OvsHash>(ovsActionHash)],
  /** Pushes a label. */
  pushMpls: [9, nest<OvsPushMpls>(ovsActionPushMpls)],
  /** Pops a label; the protocol that is then over Ethernet. */
  popMpls: [10, be16],
  /** Sets parts of a header: one member. */
  setMasked: [11, nest<OvsMaskedKey>(ovsMaskedKeyAttributes)],
  /** Tracks the connection. */
  ct: [12, nest<OvsCt>(ovsCtAttributes)],
  /** Cuts what the next output sends. */
  trunc: [13, nest<OvsTrunc>(ovsActionTrunc)],
  /** Pushes an Ethernet header. */
  pushEth: [14, nest<OvsPushEth>(ovsActionPushEth)],
  /** Pops the Ethernet header. */
  popEth: [15, flag],
  /** Forgets the connection. */
  ctClear: [16, flag],
  /** Pushes a network service header. */
  pushNsh: [17, nest<OvsNshKey>(ovsNshKeyAttributes)],
  /** Pops the network service header. */
  popNsh: [18, flag],
  /** Drops what exceeds a meter. */
  meter: [19, u32],
  /** Applies actions to a copy. */
  clone: [20, nestedActions],
  /** Applies actions by the length; since 5.1. */
  checkPktLen: [21, nest<OvsCheckPktLen>(ovsCheckPktLenAttributes)],
  /** Inserts a label; since 5.5. */
  addMpls: [22, nest<OvsAddMpls>(ovsActionAddMpls)],
  /** Counts down the time to live; since 5.7. */
  decTtl: [23, nest<OvsDecTtl>(ovsDecTtlAttributes)],
  /** Drops, with a reason; since 6.7. */
  drop: [24, u32],
  /** Reports to psample; since 6.11. */
  psample: [25, nest<OvsPsample>(ovsPsampleAttributes)],
});
/** An action: exactly one member. */
export interface OvsAction extends Infer<typeof ovsActionAttributes> {}

/** Layout of actions, which apply in order. */
export const ovsActions: Type<OvsAction[]> = inOrder(nest<OvsAction>(ovsActionAttributes));
