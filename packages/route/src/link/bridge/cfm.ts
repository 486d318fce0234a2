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
} from "@rxnetlink/core/schema";

//  Connectivity fault management (IEEE 802.1ag) of a bridge, in link messages of AF_BRIDGE. A MEP is a maintenance
//  association end point; MEPs send each other continuity check messages (CCM).

/** MEP to create (`IFLA_BRIDGE_CFM_MEP_CREATE_*`). */
export const bridgeCfmMepCreateAttributes = attributes(
  "bridge-cfm-mep-create-attrs",
  "IFLA_BRIDGE_CFM_MEP_CREATE_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** Domain: 0 a port, 1 a VLAN of a port. */
    domain: [2, u32],
    /** Direction: 0 down, 1 up. */
    direction: [3, u32],
    /** Index of the port. */
    ifindex: [4, ifindex(u32)],
  },
);
/** MEP to create. */
export interface BridgeCfmMepCreate extends Infer<typeof bridgeCfmMepCreateAttributes> {}

/** MEP to delete (`IFLA_BRIDGE_CFM_MEP_DELETE_*`). */
export const bridgeCfmMepDeleteAttributes = attributes(
  "bridge-cfm-mep-delete-attrs",
  "IFLA_BRIDGE_CFM_MEP_DELETE_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
  },
);
/** MEP to delete. */
export interface BridgeCfmMepDelete extends Infer<typeof bridgeCfmMepDeleteAttributes> {}

/** Settings of a MEP (`IFLA_BRIDGE_CFM_MEP_CONFIG_*`). */
export const bridgeCfmMepConfigAttributes = attributes(
  "bridge-cfm-mep-config-attrs",
  "IFLA_BRIDGE_CFM_MEP_CONFIG_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** MAC address. */
    unicastMac: [2, mac],
    /** Level of the maintenance domain, 0 to 7. */
    mdlevel: [3, u32],
    /** Id of the MEP, sent in its messages. */
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
    /** 1 if enabled, else 0. */
    enable: [2, u32],
    /** Interval between messages: 1 is 3.3 ms, 2 10 ms, 3 100 ms, 4 1 s, 5 10 s, 6 1 min, 7 10 min. */
    expInterval: [3, u32],
    /** Id of the maintenance association, 48 bytes. */
    expMaid: [4, binary],
  },
);
/** Continuity checks of a MEP. */
export interface BridgeCfmCcConfig extends Infer<typeof bridgeCfmCcConfigAttributes> {}

/** Peer of a MEP (`IFLA_BRIDGE_CFM_CC_PEER_*`). */
export const bridgeCfmCcPeerAttributes = attributes("bridge-cfm-cc-peer-attrs", "IFLA_BRIDGE_CFM_CC_PEER_", {
  /** Number of the MEP. */
  mepInstance: [1, u32],
  /** Id of the peer. */
  mepid: [2, u32],
});
/** Peer of a MEP. */
export interface BridgeCfmCcPeer extends Infer<typeof bridgeCfmCcPeerAttributes> {}

/** Remote defect indication of a MEP (`IFLA_BRIDGE_CFM_CC_RDI_*`). */
export const bridgeCfmCcRdiAttributes = attributes("bridge-cfm-cc-rdi-attrs", "IFLA_BRIDGE_CFM_CC_RDI_", {
  /** Number of the MEP. */
  instance: [1, u32],
  /** 1 if sent, else 0. */
  rdi: [2, u32],
});
/** Remote defect indication of a MEP. */
export interface BridgeCfmCcRdi extends Infer<typeof bridgeCfmCcRdiAttributes> {}

/** Continuity check messages of a MEP (`IFLA_BRIDGE_CFM_CC_CCM_TX_*`). */
export const bridgeCfmCcCcmTxAttributes = attributes(
  "bridge-cfm-cc-ccm-tx-attrs",
  "IFLA_BRIDGE_CFM_CC_CCM_TX_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** Destination MAC address. */
    dmac: [2, mac],
    /** 1 if messages are numbered, else 0. */
    seqNoUpdate: [3, u32],
    /** Duration of sending, in seconds. */
    period: [4, u32],
    /** 1 if messages carry the interface status, else 0. */
    ifTlv: [5, u32],
    /** Interface status to send. */
    ifTlvValue: [6, u8],
    /** 1 if messages carry the port status, else 0. */
    portTlv: [7, u32],
    /** Port status to send. */
    portTlvValue: [8, u8],
  },
);
/** Continuity check messages of a MEP. */
export interface BridgeCfmCcCcmTx extends Infer<typeof bridgeCfmCcCcmTxAttributes> {}

/** Status of a MEP; read-only (`IFLA_BRIDGE_CFM_MEP_STATUS_*`). */
export const bridgeCfmMepStatusAttributes = attributes(
  "bridge-cfm-mep-status-attrs",
  "IFLA_BRIDGE_CFM_MEP_STATUS_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** 1 if an unknown opcode was received, else 0. */
    opcodeUnexpSeen: [2, u32],
    /** 1 if an unknown version was received, else 0. */
    versionUnexpSeen: [3, u32],
    /** 1 if a lower level was received, else 0. */
    rxLevelLowSeen: [4, u32],
  },
);
/** Status of a MEP; read-only. */
export interface BridgeCfmMepStatus extends Infer<typeof bridgeCfmMepStatusAttributes> {}

/** Status of a peer; read-only (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_*`). */
export const bridgeCfmCcPeerStatusAttributes = attributes(
  "bridge-cfm-cc-peer-status-attrs",
  "IFLA_BRIDGE_CFM_CC_PEER_STATUS_",
  {
    /** Number of the MEP. */
    instance: [1, u32],
    /** Id of the peer. */
    peerMepid: [2, u32],
    /** 1 if messages from the peer are missing, else 0. */
    ccmDefect: [3, u32],
    /** 1 if the peer sends a remote defect indication, else 0. */
    rdi: [4, u32],
    /** Port status of the peer. */
    portTlvValue: [5, u8],
    /** Interface status of the peer. */
    ifTlvValue: [6, u8],
    /** 1 if a message was received since the last read, else 0. */
    seen: [7, u32],
    /** 1 if a message with a status was received since the last read, else 0. */
    tlvSeen: [8, u32],
    /** 1 if a message out of order was received since the last read, else 0. */
    seqUnexpSeen: [9, u32],
  },
);
/** Status of a peer; read-only. */
export interface BridgeCfmCcPeerStatus extends Infer<typeof bridgeCfmCcPeerStatusAttributes> {}

/** Connectivity fault management of a bridge (`IFLA_BRIDGE_CFM_*`). */
export const bridgeCfmAttributes = attributes("bridge-cfm-attrs", "IFLA_BRIDGE_CFM_", {
  /** MEP to create. Write-only. */
  mepCreate: [1, nest<BridgeCfmMepCreate>(bridgeCfmMepCreateAttributes)],
  /** MEP to delete. Write-only. */
  mepDelete: [2, nest<BridgeCfmMepDelete>(bridgeCfmMepDeleteAttributes)],
  /** Settings of a MEP to change. Write-only. */
  mepConfig: [3, nest<BridgeCfmMepConfig>(bridgeCfmMepConfigAttributes)],
  /** Continuity checks to configure. Write-only. */
  ccConfig: [4, nest<BridgeCfmCcConfig>(bridgeCfmCcConfigAttributes)],
  /** Peer to add. Write-only. */
  ccPeerMepAdd: [5, nest<BridgeCfmCcPeer>(bridgeCfmCcPeerAttributes)],
  /** Peer to remove. Write-only. */
  ccPeerMepRemove: [6, nest<BridgeCfmCcPeer>(bridgeCfmCcPeerAttributes)],
  /** Remote defect indication to send. Write-only. */
  ccRdi: [7, nest<BridgeCfmCcRdi>(bridgeCfmCcRdiAttributes)],
  /** Messages to send. Write-only. */
  ccCcmTx: [8, nest<BridgeCfmCcCcmTx>(bridgeCfmCcCcmTxAttributes)],
  /** MEPs; read-only. */
  mepCreateInfo: [9, readOnly(repeated(nest<BridgeCfmMepCreate>(bridgeCfmMepCreateAttributes)))],
  /** Settings of the MEPs; read-only. */
  mepConfigInfo: [10, readOnly(repeated(nest<BridgeCfmMepConfig>(bridgeCfmMepConfigAttributes)))],
  /** Continuity checks of the MEPs; read-only. */
  ccConfigInfo: [11, readOnly(repeated(nest<BridgeCfmCcConfig>(bridgeCfmCcConfigAttributes)))],
  /** Remote defect indications of the MEPs; read-only. */
  ccRdiInfo: [12, readOnly(repeated(nest<BridgeCfmCcRdi>(bridgeCfmCcRdiAttributes)))],
  /** Messages that the MEPs send; read-only. */
  ccCcmTxInfo: [13, readOnly(repeated(nest<BridgeCfmCcCcmTx>(bridgeCfmCcCcmTxAttributes)))],
  /** Peers of the MEPs; read-only. */
  ccPeerMepInfo: [14, readOnly(repeated(nest<BridgeCfmCcPeer>(bridgeCfmCcPeerAttributes)))],
  /** Status of the MEPs; read-only. */
  mepStatusInfo: [15, readOnly(repeated(nest<BridgeCfmMepStatus>(bridgeCfmMepStatusAttributes)))],
  /** Status of the peers; read-only. */
  ccPeerStatusInfo: [16, readOnly(repeated(nest<BridgeCfmCcPeerStatus>(bridgeCfmCcPeerStatusAttributes)))],
});
/** Connectivity fault management of a bridge. */
export interface BridgeCfm extends Infer<typeof bridgeCfmAttributes> {}
