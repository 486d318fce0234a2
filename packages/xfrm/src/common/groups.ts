//  Multicast groups of NETLINK_XFRM (linux/xfrm.h). To join one needs CAP_NET_ADMIN.

/** Packets that need a state; while nobody has joined, the kernel drops them instead. */
export const XFRMNLGRP_ACQUIRE = 1;
/** Lifetimes of states and policies that ended. */
export const XFRMNLGRP_EXPIRE = 2;
/** States. */
export const XFRMNLGRP_SA = 3;
/** Policies. */
export const XFRMNLGRP_POLICY = 4;
/** Counters of states. */
export const XFRMNLGRP_AEVENTS = 5;
/** Packets that violated a policy. */
export const XFRMNLGRP_REPORT = 6;
/** Migrations. */
export const XFRMNLGRP_MIGRATE = 7;
/** Peers behind a NAT that have another address or port. */
export const XFRMNLGRP_MAPPING = 8;

/** Multicast groups by name. */
export const xfrmGroups = {
  acquire: XFRMNLGRP_ACQUIRE,
  expire: XFRMNLGRP_EXPIRE,
  sa: XFRMNLGRP_SA,
  policy: XFRMNLGRP_POLICY,
  aevents: XFRMNLGRP_AEVENTS,
  report: XFRMNLGRP_REPORT,
  migrate: XFRMNLGRP_MIGRATE,
  mapping: XFRMNLGRP_MAPPING,
} as const;

/** Name of a multicast group. */
export type XfrmGroup = keyof typeof xfrmGroups;
