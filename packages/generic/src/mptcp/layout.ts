import {
  attributes,
  flags,
  type Infer,
  ifindex,
  ipv4,
  ipv6,
  message,
  nest,
  s32,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Uses of an endpoint (`MPTCP_PM_ADDR_FLAG_*`). */
export const mptcpEndpointFlags = flags("MPTCP_PM_ADDR_FLAG_", u32, {
  /** Announced to the peer of each connection, which may open a subflow to it. */
  signal: 0x1,
  /** Used to open subflows from. */
  subflow: 0x2,
  /** Its subflows carry data only while no other can. */
  backup: 0x4,
  /** Opens a subflow to each address of the peer. */
  fullmesh: 0x8,
  /** Made by the kernel for the local address of a subflow. Read-only. */
  implicit: 0x10,
  /** Used for subflows to addresses that the peer announced; since 6.18. */
  laminar: 0x20,
});

/** Attributes of an address (`MPTCP_PM_ADDR_ATTR_*`). */
const mptcpAddressAttributes = attributes("mptcp-address", "MPTCP_PM_ADDR_ATTR_", {
  /** Address family, `AF_INET` or `AF_INET6`; follows from the address. */
  family: [1, u16],
  /** Id of the address in the protocol, 1 to 255; chosen by the kernel by default. */
  id: [2, u8],
  /** IPv4 address. */
  addr4: [3, ipv4],
  /** IPv6 address. */
  addr6: [4, ipv6],
  /** Port, if it is not that of the connection. */
  port: [5, u16],
  /** Uses; see {@link mptcpEndpointFlags}. */
  flags: [6, mptcpEndpointFlags],
  /** Link to use, by index or name. */
  ifIdx: [7, ifindex(s32)],
});
/** An address of MPTCP. */
export interface MptcpAddress extends Infer<typeof mptcpAddressAttributes> {}

/** Attributes of requests to the path manager (`MPTCP_PM_ATTR_*`). */
const mptcpAttributes = attributes("mptcp-pm-attrs", "MPTCP_PM_ATTR_", {
  /** Address of the endpoint; of this side in requests about a connection. */
  addr: [1, nest<MptcpAddress>(mptcpAddressAttributes)],
  /** Number of addresses that a connection accepts from its peer, 0 to 8. */
  rcvAddAddrs: [2, u32],
  /** Number of subflows that a connection may have beside its first, 0 to 8. */
  subflows: [3, u32],
  /** Connection, as its events name it. */
  token: [4, u32],
  /** Id of the local address. */
  locId: [5, u8],
  /** Address of the peer. */
  addrRemote: [6, nest<MptcpAddress>(mptcpAddressAttributes)],
});

/** Layout of `MPTCP_PM_CMD_*`. */
export const mptcpMessage = message("mptcp", genlmsghdr, mptcpAttributes);
/** A request to the path manager, or its reply. */
interface MptcpMessage extends Infer<typeof mptcpMessage> {}

/** An endpoint: an address that the path manager uses for all connections of the namespace. */
export interface MptcpEndpoint extends Pick<MptcpMessage, "addr"> {}
/** Limits of all connections of the namespace. */
export interface MptcpLimits extends Pick<MptcpMessage, "rcvAddAddrs" | "subflows"> {}
/** A request about one connection whose path manager is in user space. */
export interface MptcpPath extends Pick<MptcpMessage, "addr" | "token" | "locId" | "addrRemote"> {}
