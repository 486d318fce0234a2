import {
  attributes,
  enumeration,
  flag,
  flags,
  type Infer,
  message,
  nest,
  noAttributes,
  orDefault,
  pad,
  padding,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { socketFamily } from "../common/address-family.js";
import { namesOf } from "../common/names.js";

/** States of sockets of TIPC (`TIPC_*`). */
export const tipcState = enumeration("TIPC_", u32, {
  established: 1,
  connecting: 2,
  /** Not connected. */
  open: 7,
  disconnecting: 8,
  listen: 10,
});

/** The states as bits, by which the kernel filters a list. */
export const tipcStates = flags("TIPCF_", u32, {
  established: 1 << 1,
  connecting: 1 << 2,
  open: 1 << 7,
  disconnecting: 1 << 8,
  listen: 1 << 10,
});

/** Types of sockets of TIPC (`SOCK_*`). */
export const tipcSocketType = enumeration("SOCK_", u32, { stream: 1, dgram: 2, rdm: 4, seqpacket: 5 });

/** Attributes of the other end of a connection (`TIPC_NLA_CON_*`). */
export const tipcConnectionAttributes = attributes("tipc-con-attrs", "TIPC_NLA_CON_", {
  /** Set if it was found by its service. */
  flag: [1, flag],
  /** Node. */
  node: [2, u32],
  /** Number of the socket there. */
  sock: [3, u32],
  /** Type of the service. */
  type: [4, u32],
  /** Instance of the service. */
  inst: [5, u32],
});
/** The other end of a connection of TIPC. */
export interface TipcConnection extends Infer<typeof tipcConnectionAttributes> {}

/** Attributes of the queues of a socket (`TIPC_NLA_SOCK_STAT_*`). */
export const tipcStatAttributes = attributes("tipc-sock-stat-attrs", "TIPC_NLA_SOCK_STAT_", {
  /** Bytes to read. */
  rcvq: [0, u32],
  /** Messages that wait to be sent. */
  sendq: [1, u32],
  /** Set if the link is congested. */
  linkCong: [2, flag],
  /** Set if the other end is congested. */
  connCong: [3, flag],
  /** Messages dropped. */
  drop: [4, u32],
});
/** Queues of a socket of TIPC. */
export interface TipcStat extends Infer<typeof tipcStatAttributes> {}

/** Attributes of the group of a socket (`TIPC_NLA_SOCK_GROUP_*`). */
export const tipcGroupAttributes = attributes("tipc-sock-group-attrs", "TIPC_NLA_SOCK_GROUP_", {
  /** Type of the service. */
  id: [0, u32],
  /** Set if it takes messages. */
  open: [1, flag],
  /** Set if it reaches this node only. */
  nodeScope: [2, flag],
  /** Set if it reaches the cluster. */
  clusterScope: [3, flag],
  /** Instance of the service. */
  instance: [4, u32],
  /** Number of the next message to all. */
  bcSendNext: [5, u32],
});
/** Group of a socket of TIPC. */
export interface TipcGroup extends Infer<typeof tipcGroupAttributes> {}

/** Attributes of sockets of TIPC (`TIPC_NLA_SOCK_*`). */
export const tipcSocketAttributes = attributes("tipc-sock-attrs", "TIPC_NLA_SOCK_", {
  /** Node. */
  addr: [1, u32],
  /** Number of the socket on the node. */
  ref: [2, u32],
  /** The other end. */
  con: [3, nest<TipcConnection>(tipcConnectionAttributes)],
  /** Set if it has a service. */
  hasPubl: [4, flag],
  /** Queues. */
  stat: [5, nest<TipcStat>(tipcStatAttributes)],
  /** Type. */
  type: [6, tipcSocketType],
  /** Inode by which processes have it open. */
  ino: [7, u32],
  /** User. */
  uid: [8, u32],
  /** State. */
  tipcState: [9, tipcState],
  /** Number that no other socket has as long as the machine runs. */
  cookie: [10, u64],
  /** Alignment. */
  pad: [11, padding],
  /** Group. */
  group: [12, nest<TipcGroup>(tipcGroupAttributes)],
});
/** A socket of TIPC. */
export interface TipcSocket extends Infer<typeof tipcSocketAttributes> {}

/** Layout of a message with a socket of TIPC, which has no header (`TIPC_NLA_*`). */
export const tipcMessage = message(
  "tipc",
  struct("none", {}),
  attributes("tipc-attrs", "TIPC_NLA_", {
    /** The socket. */
    sock: [2, nest<TipcSocket>(tipcSocketAttributes)],
  }),
);

/** Layout of a request for sockets of TIPC (`struct tipc_sock_diag_req`). */
export const tipcRequest = message(
  "tipc-diag-req",
  struct("tipc_sock_diag_req", {
    /** Address family. */
    family: orDefault(socketFamily, "tipc"),
    /** Always 0. */
    protocol: u8,
    _: pad(2),
    /** States to list, by name: `["listen"]`; all by default. */
    states: orDefault(namesOf(tipcStates), tipcStates.names(0xffff_ffff)),
  }),
  noAttributes,
);
/** A request for sockets of TIPC. */
export interface TipcQuery extends Infer<typeof tipcRequest> {}
