import { enumeration, u32 } from "@rxnetlink/core/schema";

/** `NETLINK_ISCSI`. */
export const NETLINK_ISCSI = 8;

/** Events for the daemon `iscsid`. */
export const ISCSI_NL_GRP_ISCSID = 1;
/** Requests for the daemon `iscsiuio`, which resolves addresses for adapters. */
export const ISCSI_NL_GRP_UIP = 2;

/** Type of an event of the kernel (`ISCSI_KEVENT_*`); others are replies to requests of the daemon. */
export const iscsiEventType = enumeration("ISCSI_KEVENT_", u32, {
  /** A PDU for the daemon. */
  recvPdu: 101,
  /** A connection has failed. */
  connError: 102,
  /** A request of the daemon has failed. */
  ifError: 103,
  /** A session is gone. */
  destroySession: 104,
  /** A session has lost its devices. */
  unbindSession: 105,
  /** A session has been made. */
  createSession: 106,
  /** An adapter asks for the path to an address. */
  pathReq: 107,
  /** The link of an adapter is down. */
  ifDown: 108,
  /** The login of a connection has come to another state. */
  connLoginState: 109,
  /** Something happened to an adapter. */
  hostEvent: 110,
  /** A ping of an adapter has ended. */
  pingComp: 111,
});

/** State of the login of a connection (`ISCSI_CONN_STATE_*`). */
export const iscsiConnState = enumeration("ISCSI_CONN_STATE_", u32, {
  /** Free. */
  free: 0,
  /** Waits for the transport. */
  xptWait: 1,
  /** Logs in. */
  inLogin: 2,
  /** Logged in. */
  loggedIn: 3,
  /** Logs out. */
  inLogout: 4,
  /** The target asks it to log out. */
  logoutRequested: 5,
  /** Waits until everything is cleaned up. */
  cleanupWait: 6,
});

/** What happened to an adapter (`ISCSI_EVENT_*`). */
export const iscsiHostEventCode = enumeration("ISCSI_EVENT_", u32, {
  /** Its link is up. */
  linkup: 1,
  /** Its link is down. */
  linkdown: 2,
});

/** Reason why a connection has failed (`ISCSI_ERR_*`). */
export const iscsiError = enumeration("ISCSI_ERR_", u32, {
  /** Wrong number of data. */
  datasn: 1001,
  /** Wrong offset of data. */
  dataOffset: 1002,
  /** Wrong `MaxCmdSN`. */
  maxCmdsn: 1003,
  /** Wrong `ExpCmdSN`. */
  expCmdsn: 1004,
  /** Unknown kind of PDU. */
  badOpcode: 1005,
  /** Wrong length of data. */
  datalen: 1006,
  /** Wrong length of an additional header. */
  ahslen: 1007,
  /** Breach of the protocol. */
  proto: 1008,
  /** Wrong logical unit. */
  lun: 1009,
  /** Unknown tag of a task. */
  badItt: 1010,
  /** The connection is lost. */
  connFailed: 1011,
  /** Wrong number of a request for data. */
  r2tsn: 1012,
  /** The session has failed. */
  sessionFailed: 1013,
  /** Wrong checksum of a header. */
  hdrDgst: 1014,
  /** Wrong checksum of data. */
  dataDgst: 1015,
  /** Unknown parameter. */
  paramNotFound: 1016,
  /** No such command. */
  noScsiCmd: 1017,
  /** No such host. */
  invalidHost: 1018,
  /** Sending has failed. */
  xmitFailed: 1019,
  /** The other side has closed the TCP connection. */
  tcpConnClose: 1020,
  /** The error handler of SCSI has reset the session. */
  scsiEhSessionRst: 1021,
  /** The target does not answer to pings. */
  nopTimedout: 1022,
});

/** Outcome of a ping of an adapter (`ISCSI_PING_*`). */
export const iscsiPingStatus = enumeration("ISCSI_PING_", u32, {
  /** Answered. */
  success: 0,
  /** Switched off in the firmware. */
  fwDisabled: 1,
  /** Wrong own address. */
  ipaddrInvalid: 2,
  /** Wrong own link-local address. */
  linklocalIpv6AddrInvalid: 3,
  /** No answer. */
  timeout: 4,
  /** Wrong address. */
  invalidDestAddr: 5,
  /** Too large. */
  oversizePacket: 6,
  /** An error of ICMP. */
  icmpError: 7,
  /** Too many at once. */
  maxReqExceeded: 8,
  /** Nobody has the address. */
  noArpReceived: 9,
});
