import { hex, nest, packed, padding, sharedAttributes, string, u8, u32, u64 } from "@rxnetlink/core/schema";
import { skMemory } from "../common/memory.js";
import { socketProtocol } from "../common/protocol.js";
import { shutdownFlags } from "../common/shutdown.js";
import { skBpfStorages } from "./bpf-storage.js";
import {
  type TcpBbrInfo,
  type TcpDctcpInfo,
  type TcpvegasInfo,
  tcpBbrInfo,
  tcpDctcpInfo,
  tcpvegasInfo,
} from "./congestion.js";
import { type TcpDiagMd5sig, tcpDiagMd5sig } from "./md5sig.js";
import { type InetDiagMeminfo, inetDiagMeminfo } from "./meminfo.js";
import { type SocketEnd, socketEnd } from "./sockaddr.js";
import { type InetSockopt, inetSockopt } from "./sockopt.js";
import { type UlpInfo, ulpInfoAttributes } from "./ulp.js";

/** Attributes of all sockets of IP (`INET_DIAG_*`); `info` depends on the protocol. What was not asked for is absent. */
export const inetAttributes = sharedAttributes({
  /** Summary of the memory (`ext: ["meminfo"]`); `skmeminfo` says more. */
  meminfo: [1, nest<InetDiagMeminfo>(inetDiagMeminfo)],
  /** State of congestion control Vegas, and of others that report the same (`ext: ["vegasinfo"]`). */
  vegasinfo: [3, nest<TcpvegasInfo>(tcpvegasInfo)],
  /** Name of the congestion control: `"cubic"` (`ext: ["cong"]`). */
  cong: [4, string],
  /** Type of service of IPv4, which sockets of IPv6 have too (`ext: ["tos"]`). */
  tos: [5, hex(u8)],
  /** Traffic class of IPv6 (`ext: ["tclass"]`). */
  tclass: [6, hex(u8)],
  /** Memory, and packets dropped (`ext: ["skmeminfo"]`). */
  skmeminfo: [7, skMemory],
  /** Directions that were shut down; see {@link shutdownFlags}. */
  shutdown: [8, shutdownFlags],
  /** State of congestion control DCTCP (`ext: ["vegasinfo"]`). */
  dctcpinfo: [9, nest<TcpDctcpInfo>(tcpDctcpInfo)],
  /** Protocol: of raw sockets, and of those that were destroyed. */
  protocol: [10, socketProtocol],
  /** 1 if a socket of IPv6 takes no connections of IPv4 (`IPV6_V6ONLY`); of those that listen or are closed. */
  skv6only: [11, u8],
  /** Local addresses of an association of SCTP. */
  locals: [12, packed<SocketEnd>(socketEnd)],
  /** Remote addresses of an association of SCTP. */
  peers: [13, packed<SocketEnd>(socketEnd)],
  /** Alignment. */
  pad: [14, padding],
  /** Mark (`SO_MARK`); the kernel shows it to those with `CAP_NET_ADMIN` only. */
  mark: [15, hex(u32)],
  /** State of congestion control BBR (`ext: ["vegasinfo"]`). */
  bbrinfo: [16, nest<TcpBbrInfo>(tcpBbrInfo)],
  /** Class of net_cls, or the priority (`ext: ["tclass"]`). */
  classId: [17, hex(u32)],
  /** Keys by which segments are signed (`ext: ["info"]`), which the kernel shows to those with `CAP_NET_ADMIN` only. */
  md5sig: [18, packed<TcpDiagMd5sig>(tcpDiagMd5sig)],
  /** Protocol above TCP, such as kernel TLS (`ext: ["info"]`); since 5.4. */
  ulpInfo: [19, nest<UlpInfo>(ulpInfoAttributes)],
  /** Values that BPF programs store with the socket; see `bpfStorages` of requests. Since 5.7. */
  skBpfStorages: [20, skBpfStorages],
  /** Id of the control group (v2), which is the inode of its folder; since 5.7. */
  cgroupId: [21, u64],
  /** Options; since 5.10. */
  sockopt: [22, nest<InetSockopt>(inetSockopt)],
});
