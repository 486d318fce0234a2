import { defineObject, identityBy, type ObjectOf, type StateRules } from "@rxnetlink/core";
import { attributes, type Infer, ifindex, message, nest, s32, struct } from "@rxnetlink/core/schema";
import { addressFamily } from "../common/address-family.js";
import { RTM_DELNETCONF, RTM_GETNETCONF, RTM_NEWNETCONF } from "../common/rtm.js";
import { RTNLGRP_IPV4_NETCONF, RTNLGRP_IPV6_NETCONF, RTNLGRP_MPLS_NETCONF } from "../common/rtnlgrp.js";

/** Special values of `ifindex` (`NETCONFA_IFINDEX_*`). */
export const netconfIfindex = {
  /** Settings of all links. */
  all: -1,
  /** Defaults of future links. */
  default: -2,
} as const;

/** Fixed header of netconf messages. */
export const netconfmsg = struct("netconfmsg", {
  /** `"inet"`, `"inet6"` or `"mpls"`. */
  family: addressFamily,
});

/** Attributes of netconf messages (`NETCONFA_*`). */
export const netconfAttributes = attributes("netconf-attrs", "NETCONFA_", {
  /** Index of the link, or a special value of {@link netconfIfindex}. */
  ifindex: [1, ifindex(s32)],
  /** 1 if packets are forwarded, else 0. */
  forwarding: [2, s32],
  /** Reverse path filter: 0 off, 1 strict, 2 loose (IPv4). */
  rpFilter: [3, s32],
  /** 1 if multicast packets are forwarded, else 0. */
  mcForwarding: [4, s32],
  /** 1 if this host answers for proxy neighbours, else 0. */
  proxyNeigh: [5, s32],
  /** 1 if routes over a link without carrier are skipped, else 0. */
  ignoreRoutesWithLinkdown: [6, s32],
  /** 1 if MPLS packets are accepted, else 0. */
  input: [7, s32],
  /** 1 if directed broadcasts are forwarded, else 0 (IPv4); since 5.1. */
  bcForwarding: [8, s32],
  /** 1 if packets are forwarded even if `all` does not forward, else 0 (IPv6); since 6.17. */
  forceForwarding: [9, s32],
});

/** Layout of `RTM_*NETCONF`. */
export const netconfMessage = message("netconf", netconfmsg, netconfAttributes);
/** Routing settings of a link. */
export interface Netconf extends Infer<typeof netconfMessage> {}

/** State rules of netconf. Links without their own setting silently follow the default. */
const state: StateRules<Netconf> = {
  identityOf: identityBy<Netconf>("family", "ifindex"),
  partial: true,
  // The IPv6 defaults likewise follow what is set for all links.
  needsRelist: ({ value: { family, ifindex } }) =>
    ifindex === netconfIfindex.default || (family === "inet6" && ifindex === netconfIfindex.all),
  silent: { bcForwarding: { reason: "never announced" } },
};

/** Netconf messages (`RTM_*NETCONF`). The settings are changed by sysctl. */
export const netconfObject = defineObject({
  name: "netconf",
  namedBy: ["family", "ifindex"],
  layout: nest<Netconf>(netconfMessage),
  types: { new: RTM_NEWNETCONF, delete: RTM_DELNETCONF, get: RTM_GETNETCONF },
  groups: [RTNLGRP_IPV4_NETCONF, RTNLGRP_IPV6_NETCONF, RTNLGRP_MPLS_NETCONF],
  verbs: ["list", "get", "notify", "watch"],
  filters: ["family"],
  state,
});
/** Verbs of routing settings of links. */
export interface Netconfs extends ObjectOf<typeof netconfObject> {}
