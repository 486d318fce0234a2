import {
  attributes,
  enumeration,
  flags,
  type Infer,
  message,
  nest,
  noAttributes,
  orDefault,
  pad,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { socketFamily } from "../common/address-family.js";
import { cookie, NO_COOKIE } from "../common/cookie.js";
import { skMemory } from "../common/memory.js";
import { namesOf } from "../common/names.js";
import { socketType } from "../common/socket-type.js";
import { groupNumbers } from "./groups.js";

/** Protocols of netlink (`NETLINK_*`). */
export const netlinkProtocol = enumeration("NETLINK_", u8, {
  route: 0,
  usersock: 2,
  sockDiag: 4,
  xfrm: 6,
  selinux: 7,
  iscsi: 8,
  audit: 9,
  fibLookup: 10,
  connector: 11,
  netfilter: 12,
  dnrtmsg: 14,
  kobjectUevent: 15,
  generic: 16,
  scsitransport: 18,
  ecryptfs: 19,
  rdma: 20,
  crypto: 21,
  smc: 22,
});

/** Protocols of a request: those of netlink, or all. */
const requestedProtocol = enumeration("NETLINK_", u8, { ...netlinkProtocol.values, all: 255 });

/** States of netlink sockets (`NETLINK_*CONNECTED`). */
export const netlinkState = enumeration("NETLINK_", u8, {
  /** Connected once, and no longer. */
  unconnected: 0,
  /** It has a port or group to send to by default. */
  connected: 1,
  /** Never connected (`TCP_CLOSE`). */
  close: 7,
});

/** What a request for netlink sockets asks for (`NDIAG_SHOW_*`). */
export const netlinkShow = flags("NDIAG_SHOW_", u32, {
  /** Memory, and messages dropped. */
  meminfo: 0x1,
  /** Groups joined. */
  groups: 0x2,
  /** Rings, which kernels since 4.6 lack. */
  ringCfg: 0x4,
  /** Settings; since 4.4. */
  flags: 0x8,
});

/** Settings of a netlink socket (`NDIAG_FLAG_*`). */
export const netlinkSocketFlags = flags("NDIAG_FLAG_", u32, {
  /** A dump is in progress. */
  cbRunning: 0x1,
  pktinfo: 0x2,
  broadcastError: 0x4,
  noEnobufs: 0x8,
  listenAllNsid: 0x10,
  capAck: 0x20,
});

/** Header of a netlink socket (`struct netlink_diag_msg`). */
const netlinkDiagMsg = struct("netlink_diag_msg", {
  /** Address family; always `"netlink"`. */
  family: socketFamily,
  /** Type: `"raw"` or `"dgram"`, which are the same. */
  type: socketType,
  /** Protocol of netlink: `"route"`. */
  protocol: netlinkProtocol,
  /** State. */
  state: netlinkState,
  /** Port id; 0 of the kernel's own sockets. */
  portid: u32,
  /** Port id that it sends to by default. */
  dstPortid: u32,
  /** Group that it sends to by default. */
  dstGroup: u32,
  /** Inode by which processes have it open; 0 of the kernel's own sockets. */
  ino: u32,
  /** Number that no other socket has as long as the machine runs. */
  cookie,
});

/** A ring that a netlink socket shared with its process, before 4.6 (`struct netlink_diag_ring`). */
const netlinkDiagRing = struct("netlink_diag_ring", {
  /** Bytes of a block. */
  blockSize: u32,
  /** Number of blocks. */
  blockNr: u32,
  /** Bytes of a frame. */
  frameSize: u32,
  /** Number of frames. */
  frameNr: u32,
});
/** A ring that a netlink socket shared with its process. */
export interface NetlinkDiagRing extends Infer<typeof netlinkDiagRing> {}

/** Attributes of netlink sockets (`NETLINK_DIAG_*`). */
export const netlinkSocketAttributes = attributes("netlink-socket-attrs", "NETLINK_DIAG_", {
  /** Memory; its `drops` are the messages that were lost since the receive buffer was full (`show: ["meminfo"]`). */
  meminfo: [0, skMemory],
  /** Numbers of the groups that it has joined (`show: ["groups"]`). */
  groups: [1, groupNumbers],
  /** Ring of messages received, before 4.6 (`show: ["ringCfg"]`). */
  rxRing: [2, nest<NetlinkDiagRing>(netlinkDiagRing)],
  /** Ring of messages to send, before 4.6 (`show: ["ringCfg"]`). */
  txRing: [3, nest<NetlinkDiagRing>(netlinkDiagRing)],
  /** Settings; see {@link netlinkSocketFlags} (`show: ["flags"]`). */
  flags: [4, netlinkSocketFlags],
});

/** Layout of a netlink socket. */
export const netlinkSocketMessage = message("netlink", netlinkDiagMsg, netlinkSocketAttributes);
/** A netlink socket. */
export interface NetlinkSocket extends Infer<typeof netlinkSocketMessage> {}

/** Layout of a request for netlink sockets (`struct netlink_diag_req`). */
export const netlinkRequest = message(
  "netlink-diag-req",
  struct("netlink_diag_req", {
    /** Address family. */
    family: orDefault(socketFamily, "netlink"),
    /** Protocol of netlink; all by default. */
    protocol: orDefault(requestedProtocol, "all"),
    _: pad(2),
    /** Not looked at. */
    ino: u32,
    /** What to report beside the header, by name; everything by default. */
    show: orDefault(namesOf(netlinkShow), netlinkShow.names(0xffff_ffff)),
    /** Not looked at. */
    cookie: orDefault(cookie, NO_COOKIE),
  }),
  noAttributes,
);
/** A request for netlink sockets. */
export interface NetlinkQuery extends Infer<typeof netlinkRequest> {}
