import { Connection, type ConnectionOptions, NetlinkObject, type Transport } from "@rxnetlink/core";
import { type Address, addressObject } from "./address.js";
import { type Link, linkObject } from "./link.js";
import { type Route, routeObject } from "./route.js";

/** `NETLINK_ROUTE`. */
export const NETLINK_ROUTE = 0;

/** Links, addresses and routes of one network namespace. */
export interface Rtnetlink {
  /** The connection below, for messages that have no verb here. */
  readonly connection: Connection;
  /** Network interfaces. */
  readonly link: NetlinkObject<Link>;
  /** IP addresses. */
  readonly address: NetlinkObject<Address>;
  /** Routes; `get$` looks a destination up as a packet would be. */
  readonly route: NetlinkObject<Route>;
}

/**
 * Speaks `NETLINK_ROUTE` over a transport.
 *
 * @example
 * const { link } = rtnetlink(kernelTransport());
 * link.list$().subscribe(({ index, ifname }) => console.log(index, ifname));
 */
export function rtnetlink(
  transport: Transport,
  options: Omit<ConnectionOptions, "protocol"> = {},
): Rtnetlink {
  const connection = new Connection(transport, { ...options, protocol: NETLINK_ROUTE });
  return {
    connection,
    link: new NetlinkObject(connection, linkObject),
    address: new NetlinkObject(connection, addressObject),
    route: new NetlinkObject(connection, routeObject),
  };
}
