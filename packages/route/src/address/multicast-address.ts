import { NetlinkObject, nest, type ObjectDefinition, retryInterrupted } from "@rxnetlink/core";
import { concatMap, from, type Observable } from "rxjs";
import { joinedAddressStateRules } from "./joined-state.js";
import { type Address, addressMessage } from "./layout.js";

/** A multicast address that a link listens to: `multicast`. Of IPv4 since 6.15. */
export interface MulticastAddress extends Address {}

/**
 * Messages of multicast addresses (`RTM_*MULTICAST`); sockets make them. The kernel lists one family, so `list$` needs
 * `family`. Notifications since 6.15, and so `watch$` and `state$`.
 */
export const multicastAddressObject: ObjectDefinition<MulticastAddress> = {
  name: "multicast-address",
  namedBy: ["index", "multicast"],
  layout: nest<MulticastAddress>(addressMessage),
  types: { new: 56, delete: 57, get: 58 },
  groups: [37, 38],
  filters: ["family", "index", "targetNetnsid"],
  changeFlags: 0,
  notFound: 99,
  state: joinedAddressStateRules,
};

/** The verbs of multicast addresses. */
export class MulticastAddressObject extends NetlinkObject<MulticastAddress> {
  /** Both families. */
  protected override all$(): Observable<MulticastAddress> {
    return from(["inet", "inet6"] as const).pipe(
      concatMap((family) => this.list$({ family })),
      retryInterrupted(Number.POSITIVE_INFINITY),
    );
  }
}
