import { defineObject, type ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  be16,
  enumeration,
  flags,
  type Infer,
  ipv4,
  ipv6,
  message,
  nest,
  pad,
  readOnly,
  s32,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { genlType } from "../family/genlmsghdr.js";
import { mptcpGroups } from "./family.js";

/** Events of connections (`MPTCP_EVENT_*`). */
export const mptcpEvents = enumeration("MPTCP_EVENT_", u8, {
  /** A connection is being opened; the peer may still turn out not to speak MPTCP. */
  created: 1,
  /** A connection is open. */
  established: 2,
  /** A connection was closed. */
  closed: 3,
  /** The peer announced an address. */
  announced: 6,
  /** The peer withdrew an address. */
  removed: 7,
  /** A further subflow is open. */
  subEstablished: 10,
  /** A subflow was closed. */
  subClosed: 11,
  /** The priority of a subflow changed. */
  subPriority: 13,
  /** A listening socket was opened; since 6.3. */
  listenerCreated: 15,
  /** A listening socket was closed; since 6.3. */
  listenerClosed: 16,
});

/** Facts about a connection (`MPTCP_PM_EV_FLAG_*`); since 6.18. */
export const mptcpEventFlags = flags("MPTCP_PM_EV_FLAG_", u16, {
  /** The peer accepts no further subflows to its first address. */
  denyJoinId0: 0x1,
  /** This side accepted the connection. */
  serverSide: 0x2,
});

/** Reasons why a subflow was reset (`MPTCP_RST_*`). */
export const mptcpResetReason = enumeration("MPTCP_RST_", u32, {
  /** Unspecified. */
  eunspec: 0,
  /** Violation of the protocol. */
  emptcp: 1,
  /** Lack of resources. */
  eresource: 2,
  /** Refused by policy. */
  eprohibit: 3,
  /** Too much data unacknowledged. */
  ewq2big: 4,
  /** Too slow. */
  ebadperf: 5,
  /** A middlebox is in the way. */
  emiddlebox: 6,
});

/** Attributes of events (`MPTCP_ATTR_*`). */
const mptcpEventAttributes = attributes("mptcp-event-attrs", "MPTCP_ATTR_", {
  /** Connection: requests about it need this number. */
  token: [1, u32],
  /** Address family of the subflow. */
  family: [2, u16],
  /** Id of the local address. */
  locId: [3, u8],
  /** Id of the peer's address. */
  remId: [4, u8],
  /** Local IPv4 address. */
  saddr4: [5, ipv4],
  /** Local IPv6 address. */
  saddr6: [6, ipv6],
  /** The peer's IPv4 address. */
  daddr4: [7, ipv4],
  /** The peer's IPv6 address. */
  daddr6: [8, ipv6],
  /** Local port. */
  sport: [9, be16],
  /** The peer's port. */
  dport: [10, be16],
  /** 1 if the subflow is a backup. */
  backup: [11, u8],
  /** Errno that the subflow ended with. */
  error: [12, u8],
  /** Facts about the connection; see {@link mptcpEventFlags}. */
  flags: [13, mptcpEventFlags],
  /** Time after which an address may be announced again, in seconds. No kernel sends it. */
  timeout: [14, u32],
  /** Index of the link of the subflow. */
  ifIdx: [15, s32],
  /** Reason of a reset; see {@link mptcpResetReason}. */
  resetReason: [16, mptcpResetReason],
  /** Flags of the reset: 1 if the fault is transient. */
  resetFlags: [17, u32],
  /** 1 if this side accepted the connection; kernels before 6.18 say so here. */
  serverSide: [18, u8],
});

/** The event is the command of its message. */
const mptcpEventHeader = struct("genlmsghdr", {
  /** The event. */
  event: readOnly(mptcpEvents),
  genlmsghdr: pad(3),
});

/** Layout of events. */
export const mptcpEventMessage = message("mptcp-event", mptcpEventHeader, mptcpEventAttributes);
/** An event of a connection. */
export interface MptcpEvent extends Infer<typeof mptcpEventMessage> {}

const [first, ...others] = Object.values(mptcpEvents.values).map(genlType);

/** Events of connections (`MPTCP_EVENT_*`). */
export const mptcpEventObject = defineObject({
  name: "mptcpEvent",
  layout: nest<MptcpEvent>(mptcpEventMessage),
  types: { new: first! },
  alsoNotifiedBy: others,
  groups: [mptcpGroups.events],
  verbs: ["notify"],
  filters: [],
});
/** Events of connections. The kernel needs `CAP_NET_ADMIN` to let someone listen. */
export interface MptcpEvents extends ObjectOf<typeof mptcpEventObject> {}
