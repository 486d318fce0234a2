import { nest, type ObjectDeclaration } from "@rxnetlink/core";
import { type Address, addressMessage } from "./address.js";

/** A multicast address that a link listens to: `multicast`. Of IPv4 since 6.15. */
export interface MulticastAddress extends Address {}

/** Messages of multicast addresses (`RTM_*MULTICAST`); sockets make them. Notifications since 6.15. */
export const multicastAddressObject: ObjectDeclaration<MulticastAddress> = {
  name: "multicast-address",
  layout: nest<MulticastAddress>(addressMessage),
  types: { new: 56, delete: 57, get: 58 },
  groups: [37, 38],
  filters: ["family", "index", "targetNetnsid"],
  changeFlags: 0,
  errnoOfNone: 99,
};
