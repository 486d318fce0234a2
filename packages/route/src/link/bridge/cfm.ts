import {
  attributes,
  binary,
  type Infer,
  ifindex,
  mac,
  nest,
  readOnly,
  repeated,
  u8,
  u32,
} from "@rxnetlink/core";

//  Connectivity fault management (IEEE 802.1ag) of a bridge, in link messages of AF_BRIDGE. A MEP is a maintenance
//  association end point; continuity check messages (CCM) go from one to the other.

/** A MEP to make (`IFLA_BRIDGE_CFM_MEP_CREATE_*`). */
export const bridgeCfmMepCreateAttributes = attributes(
  "bridge-cfm-mep-create-attrs",
  "IFLA_BRIDGE_CFM_MEP_CREATE_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** 0 for a port, 1 for a VLAN of a port. */
    domain: [2, u32],
    /** 0 down, 1 up. */
    direction: [3, u32],
    /** Index of its port. */
    ifindex: [4, ifindex(u32)],
  },
);
/** A MEP to make. */
export interface BridgeCfmMepCreate extends Infer<typeof bridgeCfmMepCreateAttributes> {}

/** A MEP to delete (`IFLA_BRIDGE_CFM_MEP_DELETE_*`). */
export const bridgeCfmMepDeleteAttributes = attributes(
  "bridge-cfm-mep-delete-attrs",
  "IFLA_BRIDGE_CFM_MEP_DELETE_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
  },
);
/** A MEP to delete. */
export interface BridgeCfmMepDelete extends Infer<typeof bridgeCfmMepDeleteAttributes> {}

/** Settings of a MEP (`IFLA_BRIDGE_CFM_MEP_CONFIG_*`). */
export const bridgeCfmMepConfigAttributes = attributes(
  "bridge-cfm-mep-config-attrs",
  "IFLA_BRIDGE_CFM_MEP_CONFIG_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** Its address. */
    unicastMac: [2, mac],
    /** Level of the maintenance domain, 0 to 7. */
    mdlevel: [3, u32],
    /** Its id, which goes with its messages. */
    mepid: [4, u32],
  },
);
/** Settings of a MEP. */
export interface BridgeCfmMepConfig extends Infer<typeof bridgeCfmMepConfigAttributes> {}

/** Continuity checks of a MEP (`IFLA_BRIDGE_CFM_CC_CONFIG_*`). */
export const bridgeCfmCcConfigAttributes = attributes(
  "bridge-cfm-cc-config-attrs",
  "IFLA_BRIDGE_CFM_CC_CONFIG_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** Whether they are made, 0 or 1. */
    enable: [2, u32],
    /** Time between messages: 1 is 3.3 ms, 2 10 ms, 3 100 ms, 4 1 s, 5 10 s, 6 1 min, 7 10 min. */
    expInterval: [3, u32],
    /** Id of the maintenance association, 48 bytes. */
    expMaid: [4, binary],
  },
);
/** Continuity checks of a MEP. */
export interface BridgeCfmCcConfig extends Infer<typeof bridgeCfmCcConfigAttributes> {}

/** A peer of a MEP (`IFLA_BRIDGE_CFM_CC_PEER_*`). */
export const bridgeCfmCcPeerAttributes = attributes("bridge-cfm-cc-peer-attrs", "IFLA_BRIDGE_CFM_CC_PEER_", {
  /** Number of the MEP. */
  mepInstance: [1, u32],
  /** Id of the peer. */
  mepid: [2, u32],
});
/** A peer of a MEP. */
export interface BridgeCfmCcPeer extends Infer<typeof bridgeCfmCcPeerAttributes> {}

/** Remote defect indication of a MEP (`IFLA_BRIDGE_CFM_CC_RDI_*`). */
export const bridgeCfmCcRdiAttributes = attributes("bridge-cfm-cc-rdi-attrs", "IFLA_BRIDGE_CFM_CC_RDI_", {
  /** Number of the MEP. */
  instance: [1, u32],
  /** Whether it is sent, 0 or 1. */
  rdi: [2, u32],
});
/** Remote defect indication of a MEP. */
export interface BridgeCfmCcRdi extends Infer<typeof bridgeCfmCcRdiAttributes> {}

/** Messages that a MEP sends (`IFLA_BRIDGE_CFM_CC_CCM_TX_*`). */
export const bridgeCfmCcCcmTxAttributes = attributes(
  "bridge-cfm-cc-ccm-tx-attrs",
  "IFLA_BRIDGE_CFM_CC_CCM_TX_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** Destination. */
    dmac: [2, mac],
    /** Whether they are numbered, 0 or 1. */
    seqNoUpdate: [3, u32],
    /** How long they are sent, in seconds. */
    period: [4, u32],
    /** Whether the state of the interface is in them, 0 or 1. */
    ifTlv: [5, u32],
    /** That state. */
    ifTlvValue: [6, u8],
    /** Whether the state of the port is in them, 0 or 1. */
    portTlv: [7, u32],
    /** That state. */
    portTlvValue: [8, u8],
  },
);
/** Messages that a MEP sends. */
export interface BridgeCfmCcCcmTx extends Infer<typeof bridgeCfmCcCcmTxAttributes> {}

/** What a MEP has seen; read-only (`IFLA_BRIDGE_CFM_MEP_STATUS_*`). */
export const bridgeCfmMepStatusAttributes = attributes(
  "bridge-cfm-mep-status-attrs",
  "IFLA_BRIDGE_CFM_MEP_STATUS_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** Whether an unknown opcode came, 0 or 1. */
    opcodeUnexpSeen: [2, u32],
    /** Whether an unknown version came, 0 or 1. */
    versionUnexpSeen: [3, u32],
    /** Whether a lower level came, 0 or 1. */
    rxLevelLowSeen: [4, u32],
  },
);
/** What a MEP has seen; read-only. */
export interface BridgeCfmMepStatus extends Infer<typeof bridgeCfmMepStatusAttributes> {}

/** What a MEP knows of a peer; read-only (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_*`). */
export const bridgeCfmCcPeerStatusAttributes = attributes(
  "bridge-cfm-cc-peer-status-attrs",
  "IFLA_BRIDGE_CFM_CC_PEER_STATUS_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** Id of the peer. */
    peerMepid: [2, u32],
    /** Whether its messages fail to come, 0 or 1. */
    ccmDefect: [3, u32],
    /** Whether it sends a remote defect indication, 0 or 1. */
    rdi: [4, u32],
    /** State of its port. */
    portTlvValue: [5, u8],
    /** State of its interface. */
    ifTlvValue: [6, u8],
    /** Whether a message came since the last reading, 0 or 1. */
    seen: [7, u32],
    /** Whether one with a state came since then, 0 or 1. */
    tlvSeen: [8, u32],
    /** Whether one out of order came since then, 0 or 1. */
    seqUnexpSeen: [9, u32],
  },
);
/** What a MEP knows of a peer; read-only. */
export interface BridgeCfmCcPeerStatus extends Infer<typeof bridgeCfmCcPeerStatusAttributes> {}

/** Connectivity fault management of a bridge (`IFLA_BRIDGE_CFM_*`). */
export const bridgeCfmAttributes = attributes("bridge-cfm-attrs", "IFLA_BRIDGE_CFM_", {
  /** A MEP to make. Write-only. */
  mepCreate: [1, nest<BridgeCfmMepCreate>(bridgeCfmMepCreateAttributes)],
  /** A MEP to delete. Write-only. */
  mepDelete: [2, nest<BridgeCfmMepDelete>(bridgeCfmMepDeleteAttributes)],
  /** Settings to give to a MEP. Write-only. */
  mepConfig: [3, nest<BridgeCfmMepConfig>(bridgeCfmMepConfigAttributes)],
  /** Continuity checks to be made. Write-only. */
  ccConfig: [4, nest<BridgeCfmCcConfig>(bridgeCfmCcConfigAttributes)],
  /** A peer to add. Write-only. */
  ccPeerMepAdd: [5, nest<BridgeCfmCcPeer>(bridgeCfmCcPeerAttributes)],
  /** A peer to remove. Write-only. */
  ccPeerMepRemove: [6, nest<BridgeCfmCcPeer>(bridgeCfmCcPeerAttributes)],
  /** Remote defect indication to send. Write-only. */
  ccRdi: [7, nest<BridgeCfmCcRdi>(bridgeCfmCcRdiAttributes)],
  /** Messages to send. Write-only. */
  ccCcmTx: [8, nest<BridgeCfmCcCcmTx>(bridgeCfmCcCcmTxAttributes)],
  /** The MEPs; read-only. */
  mepCreateInfo: [9, readOnly(repeated(nest<BridgeCfmMepCreate>(bridgeCfmMepCreateAttributes)))],
  /** Their settings; read-only. */
  mepConfigInfo: [10, readOnly(repeated(nest<BridgeCfmMepConfig>(bridgeCfmMepConfigAttributes)))],
  /** Their continuity checks; read-only. */
  ccConfigInfo: [11, readOnly(repeated(nest<BridgeCfmCcConfig>(bridgeCfmCcConfigAttributes)))],
  /** Their remote defect indications; read-only. */
  ccRdiInfo: [12, readOnly(repeated(nest<BridgeCfmCcRdi>(bridgeCfmCcRdiAttributes)))],
  /** The messages that they send; read-only. */
  ccCcmTxInfo: [13, readOnly(repeated(nest<BridgeCfmCcCcmTx>(bridgeCfmCcCcmTxAttributes)))],
  /** Their peers; read-only. */
  ccPeerMepInfo: [14, readOnly(repeated(nest<BridgeCfmCcPeer>(bridgeCfmCcPeerAttributes)))],
  /** What they have seen; read-only. */
  mepStatusInfo: [15, readOnly(repeated(nest<BridgeCfmMepStatus>(bridgeCfmMepStatusAttributes)))],
  /** What they know of their peers; read-only. */
  ccPeerStatusInfo: [16, readOnly(repeated(nest<BridgeCfmCcPeerStatus>(bridgeCfmCcPeerStatusAttributes)))],
});
/** Connectivity fault management of a bridge. */
export interface BridgeCfm extends Infer<typeof bridgeCfmAttributes> {}
