import { nest, type ObjectDeclaration } from "@rxnetlink/core";
import { type Address, addressMessage } from "./address.js";
import { keptJoinedAddress } from "./joined-state.js";

/** An anycast address of a link: `anycast` (IPv6). */
export interface AnycastAddress extends Address {}

/** Messages of anycast addresses (`RTM_*ANYCAST`); sockets and forwarding make them. Notifications since 6.17, and so `watch$` and `state$`. */
export const anycastAddressObject: ObjectDeclaration<AnycastAddress> = {
  name: "anycast-address",
  namedBy: ["index", "anycast"],
  layout: nest<AnycastAddress>(addressMessage),
  types: { new: 60, delete: 61, get: 62 },
  groups: [39],
  filters: ["family", "index", "targetNetnsid"],
  changeFlags: 0,
  errnoOfNone: 99,
  state: keptJoinedAddress,
  prepare: (given) => ({ family: "inet6", ...given }),
};
