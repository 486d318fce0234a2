import {
  attributes,
  type Infer,
  identityBy,
  ifindex,
  message,
  nest,
  type ObjectDefinition,
  type StateRules,
  s32,
  struct,
} from "@rxnetlink/core";
import { addressFamily } from "../common/address-family.js";
import { RTM_DELNETCONF, RTM_GETNETCONF, RTM_NEWNETCONF } from "../common/rtm.js";
import { RTNLGRP_IPV4_NETCONF, RTNLGRP_IPV6_NETCONF, RTNLGRP_MPLS_NETCONF } from "../common/rtnlgrp.js";

/** Indices that stand for no link (`NETCONFA_IFINDEX_*`). */
export const netconfIfindex = {
  /** All links at once. */
  all: -1,
  /** Links to come. */
  default: -2,
} as const;

/** The fixed header of netconf messages. */
export const netconfmsg = struct("netconfmsg", {
  /** `"inet"`, `"inet6"` or `"mpls"`. */
  family: addressFamily,
});

/** The attributes of netconf messages (`NETCONFA_*`). */
export const netconfAttributes = attributes("netconf-attrs", "NETCONFA_", {
  /** Index of the link; {@link netconfIfindex} has those that are none. */
  ifindex: [1, ifindex(s32)],
  /** Whether packets are forwarded, 0 or 1. */
  forwarding: [2, s32],
  /** Whether the source of packets is checked: 0 no, 1 strictly, 2 loosely (IPv4). */
  rpFilter: [3, s32],
  /** Whether multicast packets are forwarded, 0 or 1. */
  mcForwarding: [4, s32],
  /** Whether this host answers for its proxy neighbours, 0 or 1. */
  proxyNeigh: [5, s32],
  /** Whether routes whose link has no carrier are passed over, 0 or 1. */
  ignoreRoutesWithLinkdown: [6, s32],
  /** Whether MPLS packets are taken, 0 or 1. */
  input: [7, s32],
  /** Whether directed broadcasts are forwarded, 0 or 1 (IPv4); since 5.1. */
  bcForwarding: [8, s32],
  /** Whether packets are forwarded where the setting for all says no, 0 or 1 (IPv6); since 6.17. */
  forceForwarding: [9, s32],
});

/** The layout of `RTM_*NETCONF`. */
export const netconfMessage = message("netconf", netconfmsg, netconfAttributes);
/** Settings of a link that routing depends on. */
export interface Netconf extends Infer<typeof netconfMessage> {}

/** How the state of netconf is kept. Links that have no setting of their own follow the default without a word. */
const state: StateRules<Netconf> = {
  identityOf: identityBy<Netconf>("family", "ifindex"),
  partial: true,
  // So do IPv6's defaults with what is set for all.
  needsRelist: ({ value: { family, ifindex } }) =>
    ifindex === netconfIfindex.default || (family === "inet6" && ifindex === netconfIfindex.all),
  silent: { bcForwarding: { reason: "never announced" } },
};

/** Netconf messages (`RTM_*NETCONF`); the settings are changed by sysctl. */
export const netconfObject: ObjectDefinition<Netconf> = {
  name: "netconf",
  namedBy: ["family", "ifindex"],
  layout: nest<Netconf>(netconfMessage),
  types: { new: RTM_NEWNETCONF, delete: RTM_DELNETCONF, get: RTM_GETNETCONF },
  groups: [RTNLGRP_IPV4_NETCONF, RTNLGRP_IPV6_NETCONF, RTNLGRP_MPLS_NETCONF],
  filters: ["family"],
  changeFlags: 0,
  state,
};
