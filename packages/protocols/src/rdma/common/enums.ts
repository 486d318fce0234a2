//  Numbers of InfiniBand that messages carry. The kernel keeps their names to itself (rdma/ib_verbs.h, rdma/rdma_cm.h).

import { enumeration, u8, u32 } from "@rxnetlink/core/schema";

/** Kind of a device (`RDMA_NODE_*`). */
export const rdmaNodeType = enumeration("RDMA_NODE_", u8, {
  /** Channel adapter of InfiniBand; RoCE has it, too. */
  ibCa: 1,
  /** Switch of InfiniBand. */
  ibSwitch: 2,
  /** Router of InfiniBand. */
  ibRouter: 3,
  /** Adapter of iWARP. */
  rnic: 4,
  /** Adapter of usNIC. */
  usnic: 5,
  /** Adapter of usNIC over UDP. */
  usnicUdp: 6,
  /** None of these. */
  unspecified: 7,
});

/** State of a port (`IB_PORT_*`). */
export const rdmaPortState = enumeration("IB_PORT_", u8, {
  /** No change. */
  nop: 0,
  /** No link. */
  down: 1,
  /** The link is up, and the subnet manager has not configured the port. */
  init: 2,
  /** Configured, and not yet active. */
  armed: 3,
  /** Ready. */
  active: 4,
  /** Active, and the link is lost for the moment. */
  activeDefer: 5,
});

/** State of the link of a port (`IB_PORT_PHYS_STATE_*`). */
export const rdmaPhysState = enumeration("IB_PORT_PHYS_STATE_", u8, {
  /** Asleep. */
  sleep: 1,
  /** Looks for a peer. */
  polling: 2,
  /** Off. */
  disabled: 3,
  /** Negotiates. */
  portConfigurationTraining: 4,
  /** Up. */
  linkUp: 5,
  /** Recovers from errors. */
  linkErrorRecovery: 6,
  /** Is tested. */
  phyTest: 7,
});

/** Type of a queue pair (`IB_QPT_*`). */
export const rdmaQpType = enumeration("IB_QPT_", u8, {
  /** Subnet management. */
  smi: 0,
  /** General services. */
  gsi: 1,
  /** Reliable connection. */
  rc: 2,
  /** Unreliable connection. */
  uc: 3,
  /** Unreliable datagrams. */
  ud: 4,
  /** Raw IPv6. */
  rawIpv6: 5,
  /** Raw Ethertype. */
  rawEthertype: 6,
  /** Raw packets. */
  rawPacket: 8,
  /** Initiator of an extended reliable connection. */
  xrcIni: 9,
  /** Target of an extended reliable connection. */
  xrcTgt: 10,
  /** One of the driver; see `resSubtype`. */
  driver: 255,
});

/** State of a queue pair (`IB_QPS_*`). */
export const rdmaQpState = enumeration("IB_QPS_", u8, {
  /** Created. */
  reset: 0,
  /** Initialized. */
  init: 1,
  /** Ready to receive. */
  rtr: 2,
  /** Ready to send. */
  rts: 3,
  /** Its send queue drains. */
  sqd: 4,
  /** Its send queue has failed. */
  sqe: 5,
  /** Failed. */
  err: 6,
});

/** State of the migration to an alternative path (`IB_MIG_*`). */
export const rdmaMigState = enumeration("IB_MIG_", u8, {
  /** Migrated, or none prepared. */
  migrated: 0,
  /** The other side is to prepare one. */
  rearm: 1,
  /** Prepared. */
  armed: 2,
});

/** Type of a shared receive queue (`IB_SRQT_*`). */
export const rdmaSrqType = enumeration("IB_SRQT_", u8, {
  /** Plain. */
  basic: 0,
  /** Of extended reliable connections. */
  xrc: 1,
  /** Matches tags. */
  tm: 2,
});

/** Place where completions of the kernel are handled (`IB_POLL_*`). */
export const rdmaPollContext = enumeration("IB_POLL_", u8, {
  /** In the context of the caller. */
  direct: 0,
  /** In a soft interrupt. */
  softirq: 1,
  /** In a work queue. */
  workqueue: 2,
  /** In a work queue that is bound to no CPU. */
  unboundWorkqueue: 3,
});

/** State of a connection (`RDMA_CM_*`). */
export const rdmaCmState = enumeration("RDMA_CM_", u8, {
  /** Created. */
  idle: 0,
  /** Resolves the address. */
  addrQuery: 1,
  /** Has resolved the address. */
  addrResolved: 2,
  /** Resolves the route. */
  routeQuery: 3,
  /** Has resolved the route. */
  routeResolved: 4,
  /** Connects. */
  connect: 5,
  /** Disconnected. */
  disconnect: 6,
  /** Bound to an address. */
  addrBound: 7,
  /** Listens. */
  listen: 8,
  /** Its device is gone. */
  deviceRemoval: 9,
  /** Ends. */
  destroying: 10,
});

/** Space of port numbers of a connection (`RDMA_PS_*`). */
export const rdmaPortSpace = enumeration("RDMA_PS_", u32, {
  /** IP over InfiniBand. */
  ipoib: 0x0002,
  /** Connections, as of TCP. */
  tcp: 0x0106,
  /** Datagrams, as of UDP. */
  udp: 0x0111,
  /** InfiniBand. */
  ib: 0x013f,
});
