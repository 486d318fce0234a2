/**
 * `NETLINK_ROUTE` whole, but for traffic control and the kinds of links: objects, layouts, enumerations and numbers.
 *
 * @module
 */
export * from "@rxnetlink/route";
export * from "@rxnetlink/route/bridge";
export * from "@rxnetlink/route/dcb";
export * from "@rxnetlink/route/encap";
export * from "@rxnetlink/route/numbers";
