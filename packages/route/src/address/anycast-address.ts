import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { RTM_DELANYCAST, RTM_GETANYCAST, RTM_NEWANYCAST } from "../common/rtm.js";
import { RTNLGRP_IPV6_ACADDR } from "../common/rtnlgrp.js";
import { joinedAddressStateRules } from "./joined-state.js";
import { type Address, addressMessage } from "./layout.js";

/** An IPv6 anycast address of a link, in `anycast`. */
export interface AnycastAddress extends Address {}

/** Anycast address messages (`RTM_*ANYCAST`). Sockets and forwarding create the addresses. Notifications, and so `watch$` and `state$`, since 6.17. */
export const anycastAddressObject = defineObject({
  name: "anycastAddress",
  namedBy: ["index", "anycast"],
  layout: nest<AnycastAddress>(addressMessage),
  types: { new: RTM_NEWANYCAST, delete: RTM_DELANYCAST, get: RTM_GETANYCAST },
  groups: [RTNLGRP_IPV6_ACADDR],
  verbs: ["list", "get", "notify", "watch"],
  filters: ["family", "index", "targetNetnsid"],
  notFound: "EADDRNOTAVAIL",
  state: joinedAddressStateRules,
  complete: (given) => ({ family: "inet6", ...given }),
});
/** Verbs of anycast addresses. */
export interface AnycastAddresses extends ObjectOf<typeof anycastAddressObject> {}
