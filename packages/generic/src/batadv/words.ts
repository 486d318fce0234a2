import { enumeration, flags, u8, u32 } from "@rxnetlink/core/schema";

/** Facts about a client (`BATADV_TT_CLIENT_*`). */
export const batadvClientFlags = flags("BATADV_TT_CLIENT_", u32, {
  /** Is to be removed. */
  del: 0x1,
  /** Roamed from another node, or to one. */
  roam: 0x2,
  /** Is connected by wifi. */
  wifi: 0x10,
  /** Is isolated from other clients. */
  isola: 0x20,
  /** Is never removed. */
  nopurge: 0x100,
  /** Has not been announced yet. */
  new: 0x200,
  /** Is removed after the next announcement. */
  pending: 0x400,
  /** Was seen in the mesh, but not announced by a node yet. */
  temp: 0x800,
});

/** Facts about the multicast of this node (`BATADV_MCAST_FLAGS_*`). */
export const batadvMcastFlags = flags("BATADV_MCAST_FLAGS_", u32, {
  /** There is a bridge over the mesh; the others mean nothing without it. */
  bridged: 0x1,
  /** There is a querier of IGMP. */
  querierIpv4Exists: 0x2,
  /** There is a querier of MLD. */
  querierIpv6Exists: 0x4,
  /** The querier of IGMP is behind the bridge of this node. */
  querierIpv4Shadowing: 0x8,
  /** The querier of MLD is behind the bridge of this node. */
  querierIpv6Shadowing: 0x10,
});

/** Roles of a node among gateways to the Internet (`BATADV_GW_MODE_*`). */
export const batadvGwMode = enumeration("BATADV_GW_MODE_", u8, {
  /** None. */
  off: 0,
  /** Asks gateways for addresses. */
  client: 1,
  /** Is a gateway. */
  server: 2,
});

/** Ends of a measurement of throughput (`BATADV_TP_REASON_*`). */
export const batadvTpReason = enumeration("BATADV_TP_REASON_", u8, {
  /** It was finished. */
  complete: 3,
  /** It was stopped. */
  cancel: 4,
  /** The other node did not answer. */
  dstUnreachable: 128,
  /** Too many repetitions. */
  resendLimit: 129,
  /** There is one with the same node already. */
  alreadyOngoing: 130,
  /** Lack of memory. */
  memoryError: 131,
  /** The link did not send. */
  cantSend: 132,
  /** There are too many. */
  tooMany: 133,
});
