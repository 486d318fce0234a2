import {
  attributes,
  be16,
  enumeration,
  flags,
  type Infer,
  ipv4,
  ipv6,
  masked,
  maskOf,
  message,
  nest,
  readOnly,
  string,
  struct,
  u8,
  u16,
  u32,
  whole,
  word,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";
import { addressOf, ipvsAddressFamily, netmaskOf } from "./address.js";
import { type IpvsStats, type IpvsStats64, ipvsStats64Attributes, ipvsStatsAttributes } from "./stats.js";

/** Protocols of virtual services (`IPPROTO_*`). */
export const ipvsProtocol = enumeration("IPPROTO_", u16, { tcp: 6, udp: 17, sctp: 132 });

/** Facts about a virtual service (`IP_VS_SVC_F_*`). */
export const ipvsServiceFlags = flags("IP_VS_SVC_F_", u32, {
  /** Sends further connections of a client to the same destination, for `timeout` seconds. */
  persistent: 0x1,
  /** Is in the table of services. Set by the kernel. */
  hashed: 0x2,
  /** Schedules each packet alone; of UDP. */
  onepacket: 0x4,
  /** First flag of the scheduler: `sh` and `mh` skip destinations of weight 0. */
  sched1: 0x8,
  /** Second flag of the scheduler: `sh` and `mh` consider the client's port. */
  sched2: 0x10,
  /** Third flag of the scheduler. */
  sched3: 0x20,
});

/** Facts about a service, and a mask of those that count (`struct ip_vs_flags`). */
const ipvsFlags = struct("ip_vs_flags", {
  /** The facts; see {@link ipvsServiceFlags}. */
  flags: masked(ipvsServiceFlags, "mask"),
  /** Facts to set or clear; if absent, those that `flags` names. */
  mask: maskOf(ipvsServiceFlags),
});
/** Facts about a service, and a mask of those that count. */
export interface IpvsFlags extends Infer<typeof ipvsFlags> {}

/** Attributes of virtual services (`IPVS_SVC_ATTR_*`). */
const ipvsServiceAttributes = attributes("ipvs-service", "IPVS_SVC_ATTR_", {
  /** Address family; follows from the address, and is `"inet"` for a mark. */
  af: [1, ipvsAddressFamily],
  /** Protocol, unless the service is known by a mark; see {@link ipvsProtocol}. */
  protocol: [2, ipvsProtocol],
  /** Virtual address. */
  addr: [3, addressOf("af")],
  /** Port; 0 for all, which needs `persistent`. */
  port: [4, be16],
  /** Mark of packets, by which the service is known instead of protocol, address and port. */
  fwmark: [5, u32],
  /** Scheduler: the module `ip_vs_…`; `"wlc"` by default. */
  schedName: [
    6,
    word("rr", "wrr", "lc", "wlc", "lblc", "lblcr", "dh", "sh", "mh", "sed", "nq", "fo", "ovf", "twos"),
  ],
  /** Facts; see {@link ipvsServiceFlags}. */
  flags: [7, nest<IpvsFlags>(ipvsFlags)],
  /** Seconds for which a client stays with its destination, with the flag `persistent`. */
  timeout: [8, u32],
  /** Clients that persistence takes for one: a mask of IPv4, or the length of a prefix of IPv6. */
  netmask: [9, netmaskOf("af")],
  /** Counters of 32 bits. Read-only. */
  stats: [10, readOnly(nest<IpvsStats>(ipvsStatsAttributes))],
  /** Persistence engine: the module `ip_vs_pe_…`. */
  peName: [11, word("sip")],
  /** Counters of 64 bits; since 4.1. Read-only. */
  stats64: [12, readOnly(nest<IpvsStats64>(ipvsStats64Attributes))],
});
/** A virtual service: what clients connect to. */
export interface IpvsService extends Infer<typeof ipvsServiceAttributes> {}

/** Ways to forward packets to a destination (`IP_VS_CONN_F_*`). */
export const ipvsForwarding = enumeration("IP_VS_CONN_F_", u32, {
  /** With the destination's address instead of the virtual one (NAT). */
  masq: 0,
  /** To this machine. Chosen by the kernel for its own addresses. */
  localnode: 1,
  /** In a tunnel. */
  tunnel: 2,
  /** To the destination's link-layer address (direct routing). */
  droute: 3,
  /** Past the service. Used by the kernel. */
  bypass: 4,
});

/** Tunnels to a destination (`IP_VS_CONN_F_TUNNEL_TYPE_*`). */
export const ipvsTunnelType = enumeration("IP_VS_CONN_F_TUNNEL_TYPE_", u8, {
  /** IP in IP. */
  ipip: 0,
  /** Generic UDP encapsulation; since 5.3. */
  gue: 1,
  /** GRE; since 5.3. */
  gre: 2,
});

/** Checksums of a tunnel (`IP_VS_TUNNEL_ENCAP_FLAG_*`). */
export const ipvsTunnelFlags = flags("IP_VS_TUNNEL_ENCAP_FLAG_", u16, {
  /** With a checksum. */
  csum: 0x1,
  /** The checksum is offloaded to the other end. */
  remcsum: 0x2,
});

/** Attributes of destinations (`IPVS_DEST_ATTR_*`). */
const ipvsDestinationAttributes = attributes("ipvs-dest", "IPVS_DEST_ATTR_", {
  /** Address of the server. */
  addr: [1, addressOf("addrFamily")],
  /** Port of the server; that of the service by default. */
  port: [2, be16],
  /** Way to forward packets; `"masq"` by default. */
  fwdMethod: [3, ipvsForwarding],
  /** Weight, which schedulers relate; 0 for no new connections, 1 by default. */
  weight: [4, u32],
  /** Number of connections from which on it gets no new ones; 0 for no limit. */
  uThresh: [5, u32],
  /** Number of connections below which it gets new ones again; by default three quarters of the other. */
  lThresh: [6, u32],
  /** Number of active connections. Read-only. */
  activeConns: [7, readOnly(u32)],
  /** Number of inactive connections. Read-only. */
  inactConns: [8, readOnly(u32)],
  /** Number of clients that persistence ties to it. Read-only. */
  persistConns: [9, readOnly(u32)],
  /** Counters of 32 bits. Read-only. */
  stats: [10, readOnly(nest<IpvsStats>(ipvsStatsAttributes))],
  /** Family of the address, which may differ from that of the service in a tunnel; follows from the address. Since 3.18. */
  addrFamily: [11, ipvsAddressFamily],
  /** Counters of 64 bits; since 4.1. Read-only. */
  stats64: [12, readOnly(nest<IpvsStats64>(ipvsStats64Attributes))],
  /** Kind of tunnel; since 5.3. */
  tunType: [13, ipvsTunnelType],
  /** Port of a tunnel of UDP; since 5.3. */
  tunPort: [14, be16],
  /** Checksums of a tunnel; since 5.3. See {@link ipvsTunnelFlags}. */
  tunFlags: [15, ipvsTunnelFlags],
});
/** A destination: a server behind a virtual service. */
export interface IpvsDestination extends Infer<typeof ipvsDestinationAttributes> {}

/** Roles of daemons (`IP_VS_STATE_*`). */
export const ipvsDaemonState = enumeration("IP_VS_STATE_", u32, {
  /** Stopped. */
  none: 0,
  /** Sends connections. */
  master: 1,
  /** Receives connections. */
  backup: 2,
});

/** Attributes of daemons (`IPVS_DAEMON_ATTR_*`). */
const ipvsDaemonAttributes = attributes("ipvs-daemon", "IPVS_DAEMON_ATTR_", {
  /** Role: `"master"` or `"backup"`. */
  state: [1, ipvsDaemonState],
  /** Name of the link to send or receive by. */
  mcastIfn: [2, string],
  /** Number that both sides share, 0 to 255; a backup with 0 accepts all. */
  syncId: [3, u32],
  /** Longest payload in bytes; since 4.3. */
  syncMaxlen: [4, u16],
  /** IPv4 group; 224.0.0.81 by default. Since 4.3. */
  mcastGroup: [5, ipv4],
  /** IPv6 group; since 4.3. */
  mcastGroup6: [6, ipv6],
  /** Port; 8848 by default. Since 4.3. */
  mcastPort: [7, u16],
  /** Time to live of what is sent; 1 by default. Since 4.3. */
  mcastTtl: [8, u8],
});
/** A daemon that synchronizes connections with another machine. */
export interface IpvsDaemon extends Infer<typeof ipvsDaemonAttributes> {}

/** Attributes of requests to IPVS (`IPVS_CMD_ATTR_*`). */
const ipvsAttributes = attributes("ipvs", "IPVS_CMD_ATTR_", {
  /** Virtual service. */
  service: [1, whole(nest<IpvsService>(ipvsServiceAttributes))],
  /** Destination. */
  dest: [2, whole(nest<IpvsDestination>(ipvsDestinationAttributes))],
  /** Daemon. */
  daemon: [3, nest<IpvsDaemon>(ipvsDaemonAttributes)],
  /** Seconds after which an idle TCP connection is forgotten. */
  timeoutTcp: [4, u32],
  /** Seconds after which a TCP connection is forgotten once it was closed. */
  timeoutTcpFin: [5, u32],
  /** Seconds after which an idle UDP connection is forgotten. */
  timeoutUdp: [6, u32],
});
/** Layout of `IPVS_CMD_*`. */
export const ipvsMessage = message("ipvs", genlmsghdr, ipvsAttributes);
/** A request to IPVS, or its reply. */
interface IpvsMessage extends Infer<typeof ipvsMessage> {}

/** A virtual service. */
export interface IpvsServiceEntry extends Pick<IpvsMessage, "service"> {}
/** A destination, and the service that it belongs to. */
export interface IpvsDestinationEntry extends Pick<IpvsMessage, "service" | "dest"> {}
/** A daemon. */
export interface IpvsDaemonEntry extends Pick<IpvsMessage, "daemon"> {}
/** Timeouts of connections. */
export interface IpvsTimeouts extends Pick<IpvsMessage, "timeoutTcp" | "timeoutTcpFin" | "timeoutUdp"> {}

/** Attributes of the version (`IPVS_INFO_ATTR_*`). */
const ipvsInfoAttributes = attributes("ipvs-info", "IPVS_INFO_ATTR_", {
  /** Version: one byte each of three numbers, 0x010201 for 1.2.1. */
  version: [1, readOnly(u32)],
  /** Number of places in the table of connections. */
  connTabSize: [2, readOnly(u32)],
});
/** Layout of `IPVS_CMD_SET_INFO`. */
export const ipvsInfoMessage = message("ipvs-info", genlmsghdr, ipvsInfoAttributes);
/** Version of IPVS, and size of its table. */
export interface IpvsInfo extends Infer<typeof ipvsInfoMessage> {}
