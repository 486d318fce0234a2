import { attributes, type Infer, ifindex, nest, readOnly, repeated, u16, u32 } from "@rxnetlink/core/schema";

//  Media Redundancy Protocol (IEC 62439-2) of a bridge, in link messages of AF_BRIDGE.

/** Ring to create or, without ports, to delete (`IFLA_BRIDGE_MRP_INSTANCE_*`). */
export const bridgeMrpInstanceAttributes = attributes(
  "bridge-mrp-instance-attrs",
  "IFLA_BRIDGE_MRP_INSTANCE_",
  {
    /** Id of the ring. */
    ringId: [1, u32],
    /** Index of the primary port. */
    pIfindex: [2, ifindex(u32)],
    /** Index of the secondary port. */
    sIfindex: [3, ifindex(u32)],
    /** Priority of this bridge; the bridge with the lowest manages the ring. */
    prio: [4, u16],
  },
);
/** Ring to create or, without ports, to delete. */
export interface BridgeMrpInstance extends Infer<typeof bridgeMrpInstanceAttributes> {}

/** State of a port in a ring (`IFLA_BRIDGE_MRP_PORT_STATE_*`). */
export const bridgeMrpPortStateAttributes = attributes(
  "bridge-mrp-port-state-attrs",
  "IFLA_BRIDGE_MRP_PORT_STATE_",
  {
    /** State: 0 disabled, 1 blocked, 2 forwarding, 3 not connected. */
    state: [1, u32],
  },
);
/** State of a port in a ring. */
export interface BridgeMrpPortState extends Infer<typeof bridgeMrpPortStateAttributes> {}

/** Role of a port in a ring (`IFLA_BRIDGE_MRP_PORT_ROLE_*`). */
export const bridgeMrpPortRoleAttributes = attributes(
  "bridge-mrp-port-role-attrs",
  "IFLA_BRIDGE_MRP_PORT_ROLE_",
  {
    /** Role: 0 primary, 1 secondary, 2 interconnection. */
    role: [1, u32],
  },
);
/** Role of a port in a ring. */
export interface BridgeMrpPortRole extends Infer<typeof bridgeMrpPortRoleAttributes> {}

/** State of a ring (`IFLA_BRIDGE_MRP_RING_STATE_*`). */
export const bridgeMrpRingStateAttributes = attributes(
  "bridge-mrp-ring-state-attrs",
  "IFLA_BRIDGE_MRP_RING_STATE_",
  {
    /** Id of the ring. */
    ringId: [1, u32],
    /** State: 0 open, 1 closed. */
    state: [2, u32],
  },
);
/** State of a ring. */
export interface BridgeMrpRingState extends Infer<typeof bridgeMrpRingStateAttributes> {}

/** Role of this bridge in a ring (`IFLA_BRIDGE_MRP_RING_ROLE_*`). */
export const bridgeMrpRingRoleAttributes = attributes(
  "bridge-mrp-ring-role-attrs",
  "IFLA_BRIDGE_MRP_RING_ROLE_",
  {
    /** Id of the ring. */
    ringId: [1, u32],
    /** Role: 0 disabled, 1 client, 2 manager, 3 manager by election. */
    role: [2, u32],
  },
);
/** Role of this bridge in a ring. */
export interface BridgeMrpRingRole extends Infer<typeof bridgeMrpRingRoleAttributes> {}

/** Test frames to send around a ring (`IFLA_BRIDGE_MRP_START_TEST_*`). */
export const bridgeMrpStartTestAttributes = attributes(
  "bridge-mrp-start-test-attrs",
  "IFLA_BRIDGE_MRP_START_TEST_",
  {
    /** Id of the ring. */
    ringId: [1, u32],
    /** Interval between test frames, in µs. */
    interval: [2, u32],
    /** Number of test frames that may be lost. */
    maxMiss: [3, u32],
    /** Duration of sending, in µs. */
    period: [4, u32],
    /** 1 to only monitor test frames, 0 to send them. */
    monitor: [5, u32],
  },
);
/** Test frames to send around a ring. */
export interface BridgeMrpStartTest extends Infer<typeof bridgeMrpStartTestAttributes> {}

/** Status of a ring; read-only (`IFLA_BRIDGE_MRP_INFO_*`). */
export const bridgeMrpInfoAttributes = attributes("bridge-mrp-info-attrs", "IFLA_BRIDGE_MRP_INFO_", {
  /** Id of the ring. */
  ringId: [1, u32],
  /** Index of the primary port. */
  pIfindex: [2, ifindex(u32)],
  /** Index of the secondary port. */
  sIfindex: [3, ifindex(u32)],
  /** Priority of this bridge. */
  prio: [4, u16],
  /** State of the ring: 0 open, 1 closed. */
  ringState: [5, u32],
  /** Role in the ring: 0 disabled, 1 client, 2 manager, 3 manager by election. */
  ringRole: [6, u32],
  /** Interval between test frames, in µs. */
  testInterval: [7, u32],
  /** Number of test frames that may be lost. */
  testMaxMiss: [8, u32],
  /** 1 if test frames are only monitored, 0 if they are sent. */
  testMonitor: [9, u32],
  /** Index of the port to the other ring. */
  iIfindex: [10, ifindex(u32)],
  /** State of the interconnection: 0 open, 1 closed. */
  inState: [11, u32],
  /** Role in the interconnection: 0 disabled, 1 client, 2 manager. */
  inRole: [12, u32],
  /** Interval between test frames of the interconnection, in µs. */
  inTestInterval: [13, u32],
  /** Number of test frames of the interconnection that may be lost. */
  inTestMaxMiss: [14, u32],
});
/** Status of a ring; read-only. */
export interface BridgeMrpInfo extends Infer<typeof bridgeMrpInfoAttributes> {}

/** Role of this bridge in the interconnection of two rings (`IFLA_BRIDGE_MRP_IN_ROLE_*`). */
export const bridgeMrpInRoleAttributes = attributes("bridge-mrp-in-role-attrs", "IFLA_BRIDGE_MRP_IN_ROLE_", {
  /** Id of the ring. */
  ringId: [1, u32],
  /** Id of the interconnection. */
  inId: [2, u16],
  /** Role: 0 disabled, 1 client, 2 manager. */
  role: [3, u32],
  /** Index of the port to the other ring. */
  iIfindex: [4, ifindex(u32)],
});
/** Role of this bridge in the interconnection of two rings. */
export interface BridgeMrpInRole extends Infer<typeof bridgeMrpInRoleAttributes> {}

/** State of the interconnection of two rings (`IFLA_BRIDGE_MRP_IN_STATE_*`). */
export const bridgeMrpInStateAttributes = attributes(
  "bridge-mrp-in-state-attrs",
  "IFLA_BRIDGE_MRP_IN_STATE_",
  {
    /** Id of the interconnection. */
    inId: [1, u32],
    /** State: 0 open, 1 closed. */
    state: [2, u32],
  },
);
/** State of the interconnection of two rings. */
export interface BridgeMrpInState extends Infer<typeof bridgeMrpInStateAttributes> {}

/** Test frames to send over the interconnection of two rings (`IFLA_BRIDGE_MRP_START_IN_TEST_*`). */
export const bridgeMrpStartInTestAttributes = attributes(
  "bridge-mrp-start-in-test-attrs",
  "IFLA_BRIDGE_MRP_START_IN_TEST_",
  {
    /** Id of the interconnection. */
    inId: [1, u32],
    /** Interval between test frames, in µs. */
    interval: [2, u32],
    /** Number of test frames that may be lost. */
    maxMiss: [3, u32],
    /** Duration of sending, in µs. */
    period: [4, u32],
  },
);
/** Test frames to send over the interconnection of two rings. */
export interface BridgeMrpStartInTest extends Infer<typeof bridgeMrpStartInTestAttributes> {}

/** Media redundancy of a bridge or port (`IFLA_BRIDGE_MRP_*`). */
export const bridgeMrpAttributes = attributes("bridge-mrp-attrs", "IFLA_BRIDGE_MRP_", {
  /** Ring to create or, without ports, to delete. Write-only. */
  instance: [1, nest<BridgeMrpInstance>(bridgeMrpInstanceAttributes)],
  /** State of a port in a ring. Write-only. */
  portState: [2, nest<BridgeMrpPortState>(bridgeMrpPortStateAttributes)],
  /** Role of a port in a ring. Write-only. */
  portRole: [3, nest<BridgeMrpPortRole>(bridgeMrpPortRoleAttributes)],
  /** State of a ring. Write-only. */
  ringState: [4, nest<BridgeMrpRingState>(bridgeMrpRingStateAttributes)],
  /** Role of this bridge in a ring. Write-only. */
  ringRole: [5, nest<BridgeMrpRingRole>(bridgeMrpRingRoleAttributes)],
  /** Test frames to send around a ring. Write-only. */
  startTest: [6, nest<BridgeMrpStartTest>(bridgeMrpStartTestAttributes)],
  /** Status of the rings; read-only. */
  info: [7, readOnly(repeated(nest<BridgeMrpInfo>(bridgeMrpInfoAttributes)))],
  /** Role of this bridge in the interconnection of two rings. Write-only. */
  inRole: [8, nest<BridgeMrpInRole>(bridgeMrpInRoleAttributes)],
  /** State of the interconnection of two rings. Write-only. */
  inState: [9, nest<BridgeMrpInState>(bridgeMrpInStateAttributes)],
  /** Test frames to send over the interconnection of two rings. Write-only. */
  startInTest: [10, nest<BridgeMrpStartInTest>(bridgeMrpStartInTestAttributes)],
});
/** Media redundancy of a bridge or port. */
export interface BridgeMrp extends Infer<typeof bridgeMrpAttributes> {}
