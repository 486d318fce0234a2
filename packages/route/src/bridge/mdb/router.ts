import {
  attributes,
  enumeration,
  type Infer,
  ifindex,
  message,
  nest,
  repeated,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";

/** Origin of a router port (`MDB_RTR_TYPE_*`). */
export const mdbRouterType = enumeration("MDB_RTR_TYPE_", u8, {
  disabled: 0,
  /** Learnt from received queries. */
  tempQuery: 1,
  /** Set by an administrator. */
  perm: 2,
  /** Set by an administrator for a limited time. */
  temp: 3,
});

/** Attributes of a router port (`MDBA_ROUTER_PATTR_*`). */
export const mdbRouterPortAttributes = attributes("mdb-router-port-attrs", "MDBA_ROUTER_PATTR_", {
  /** Remaining lifetime, in 1/100 s; 0 is infinite. */
  timer: [1, u32],
  /** Origin. */
  type: [2, mdbRouterType],
  /** Remaining lifetime for IPv4, in 1/100 s; since 5.14. */
  inetTimer: [3, u32],
  /** Remaining lifetime for IPv6, in 1/100 s; since 5.14. */
  inet6Timer: [4, u32],
  /** VLAN id; since 5.15. */
  vid: [5, u16],
});

/** Layout of a router port: its index, then its attributes. */
export const mdbRouterPortMessage = message(
  "mdb-router-port",
  struct("mdb_router_port", {
    /** Index of the port. */
    ifindex: ifindex(u32),
  }),
  mdbRouterPortAttributes,
);
/** A bridge port with a multicast router behind it. */
export interface MdbRouterPort extends Infer<typeof mdbRouterPortMessage> {}

/** Ports with multicast routers behind them (`MDBA_ROUTER_*`). */
export const mdbRouterAttributes = attributes("mdb-router-attrs", "MDBA_ROUTER_", {
  /** Router ports. */
  port: [1, repeated(nest<MdbRouterPort>(mdbRouterPortMessage))],
});
/** Ports with multicast routers behind them. */
export interface MdbRouter extends Infer<typeof mdbRouterAttributes> {}
