import { nest, type ObjectDefinition } from "@rxnetlink/core";
import { joinedAddressStateRules } from "./joined-state.js";
import { type Address, addressMessage } from "./layout.js";

/** An anycast address of a link: `anycast` (IPv6). */
export interface AnycastAddress extends Address {}

/** Messages of anycast addresses (`RTM_*ANYCAST`); sockets and forwarding make them. Notifications since 6.17, and so `watch$` and `state$`. */
export const anycastAddressObject: ObjectDefinition<AnycastAddress> = {
  name: "anycast-address",
  namedBy: ["index", "anycast"],
  layout: nest<AnycastAddress>(addressMessage),
  types: { new: 60, delete: 61, get: 62 },
  groups: [39],
  filters: ["family", "index", "targetNetnsid"],
  changeFlags: 0,
  notFound: 99,
  state: joinedAddressStateRules,
  prepare: (given) => ({ family: "inet6", ...given }),
};
