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

/** How a port came to have a multicast router behind it (`MDB_RTR_TYPE_*`). */
export const mdbRouterType = enumeration("MDB_RTR_TYPE_", u8, {
  disabled: 0,
  /** By what was heard. */
  tempQuery: 1,
  /** An administrator said so. */
  perm: 2,
  /** An administrator said so, for a while. */
  temp: 3,
});

/** What is known of a router port (`MDBA_ROUTER_PATTR_*`). */
export const mdbRouterPortAttributes = attributes("mdb-router-port-attrs", "MDBA_ROUTER_PATTR_", {
  /** How long it stays, in 1/100 s; 0 is for ever. */
  timer: [1, u32],
  /** How it came to be one. */
  type: [2, mdbRouterType],
  /** How long it stays for IPv4, in 1/100 s; since 5.14. */
  inetTimer: [3, u32],
  /** How long it stays for IPv6, in 1/100 s; since 5.14. */
  inet6Timer: [4, u32],
  /** VLAN; since 5.15. */
  vid: [5, u16],
});

/** The index of a port, then what is known of it. */
export const mdbRouterPortMessage = message(
  "mdb-router-port",
  struct("mdb_router_port", {
    /** Index of the port. */
    ifindex: ifindex(u32),
  }),
  mdbRouterPortAttributes,
);
/** A port behind which there is a multicast router. */
export interface MdbRouterPort extends Infer<typeof mdbRouterPortMessage> {}

/** Ports behind which there are multicast routers (`MDBA_ROUTER_*`). */
export const mdbRouterAttributes = attributes("mdb-router-attrs", "MDBA_ROUTER_", {
  /** The ports. */
  port: [1, repeated(nest<MdbRouterPort>(mdbRouterPortMessage))],
});
/** Ports behind which there are multicast routers. */
export interface MdbRouter extends Infer<typeof mdbRouterAttributes> {}
