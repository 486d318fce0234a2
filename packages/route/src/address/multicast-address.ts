import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { retryInterrupted } from "@rxnetlink/core/operators";
import { nest } from "@rxnetlink/core/schema";
import { concatMap, from } from "rxjs";
import { RTM_DELMULTICAST, RTM_GETMULTICAST, RTM_NEWMULTICAST } from "../common/rtm.js";
import { RTNLGRP_IPV4_MCADDR, RTNLGRP_IPV6_MCADDR } from "../common/rtnlgrp.js";
import { joinedAddressStateRules } from "./joined-state.js";
import { type Address, addressMessage } from "./layout.js";

/** A multicast address that a link has joined, in `multicast`; for IPv4 since 6.15. */
export interface MulticastAddress extends Address {}

/**
 * Multicast address messages (`RTM_*MULTICAST`). Sockets create the addresses. The kernel dumps one family, so `list$`
 * needs `family`. Notifications, and so `watch$` and `state$`, since 6.15.
 */
export const multicastAddressObject = defineObject({
  name: "multicastAddress",
  namedBy: ["index", "multicast"],
  layout: nest<MulticastAddress>(addressMessage),
  types: { new: RTM_NEWMULTICAST, delete: RTM_DELMULTICAST, get: RTM_GETMULTICAST },
  groups: [RTNLGRP_IPV4_MCADDR, RTNLGRP_IPV6_MCADDR],
  verbs: ["list", "get", "notify", "watch"],
  filters: ["family", "index", "targetNetnsid"],
  notFound: "EADDRNOTAVAIL",
  state: joinedAddressStateRules,
  listAll$: (list$) =>
    from(["inet", "inet6"] as const).pipe(
      concatMap((family) => list$({ family })),
      retryInterrupted(Number.POSITIVE_INFINITY),
    ),
});
/** Verbs of multicast addresses. */
export interface MulticastAddresses extends ObjectOf<typeof multicastAddressObject> {}
