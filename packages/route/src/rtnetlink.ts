import { Connection, type ConnectionOptions, NetlinkObject, type Transport } from "@rxnetlink/core";
import { type Address, addressObject } from "./address.js";
import { type Link, linkObject } from "./link.js";
import { type Route, routeObject } from "./route.js";
import { ActionObject, actionObject } from "./tc/action.js";
import { type Chain, chainObject } from "./tc/chain.js";
import { classObject, type TcClass } from "./tc/class.js";
import { type Filter, filterObject } from "./tc/filter.js";
import { type Qdisc, qdiscObject } from "./tc/qdisc.js";
import { TcObject } from "./tc/tc-object.js";

/** `NETLINK_ROUTE`. */
export const NETLINK_ROUTE = 0;

/** Links, addresses, routes and traffic control of one network namespace. */
export interface Rtnetlink {
  /** The connection below, for messages that have no verb here. */
  readonly connection: Connection;
  /** Network interfaces. */
  readonly link: NetlinkObject<Link>;
  /** IP addresses. */
  readonly address: NetlinkObject<Address>;
  /** Routes; `get$` looks a destination up as a packet would be. */
  readonly route: NetlinkObject<Route>;
  /** Queueing disciplines. */
  readonly qdisc: TcObject<Qdisc>;
  /** Classes of qdiscs; `list$` needs `ifindex`. */
  readonly class: TcObject<TcClass>;
  /** Filters of qdiscs and classes; `list$` needs `ifindex`, and `parent` but for the root. */
  readonly filter: TcObject<Filter>;
  /** Chains of filters; `list$` needs `ifindex` and `parent`. */
  readonly chain: TcObject<Chain>;
  /** Actions that filters share; `list$` needs `kind`. */
  readonly action: ActionObject;
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
    qdisc: new TcObject(connection, qdiscObject),
    class: new TcObject(connection, classObject),
    filter: new TcObject(connection, filterObject),
    chain: new TcObject(connection, chainObject),
    action: new ActionObject(connection, actionObject),
  };
}
