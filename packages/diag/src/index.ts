/**
 * `NETLINK_SOCK_DIAG`: the sockets of the kernel.
 *
 * @module
 */
export { socketFamily } from "./common/address-family.js";
export {
  SKNLGRP_INET_TCP_DESTROY,
  SKNLGRP_INET_UDP_DESTROY,
  SKNLGRP_INET6_TCP_DESTROY,
  SKNLGRP_INET6_UDP_DESTROY,
} from "./common/groups.js";
export { type SkMeminfo, skMeminfo } from "./common/memory.js";
export { SOCK_DESTROY, SOCK_DIAG_BY_FAMILY } from "./common/messages.js";
export type { NameList, NamesOf } from "./common/names.js";
export { socketProtocol } from "./common/protocol.js";
export { shutdownFlags } from "./common/shutdown.js";
export { socketState, socketStates } from "./common/socket-state.js";
export { socketType } from "./common/socket-type.js";
export { connectSockDiag, NETLINK_SOCK_DIAG, type SockDiagConnectionOptions } from "./connect.js";
export type { FilterableSocket } from "./filter/filterable-socket.js";
export { parseSocketFilter, type SocketFilterOptions } from "./filter/parse-socket-filter.js";
export type { SocketExpression } from "./filter/socket-expression.js";
export type { SocketFilter } from "./filter/socket-filter.js";
export type { EqualityTerm } from "./filter/terms/equality.js";
export type { HostTerm } from "./filter/terms/host.js";
export type { PortTerm } from "./filter/terms/port.js";
export { type SocketTerms, socketTerms } from "./filter/terms/socket-terms.js";
export type { FilterState } from "./filter/text/states.js";
export { SocketFilterSyntaxError } from "./filter/text/syntax-error.js";
export {
  type BpfStorageRequest,
  bpfStorageRequestAttributes,
  type SkBpfStorage,
  skBpfStorageAttributes,
} from "./inet/bpf-storage.js";
export {
  type TcpBbrInfo,
  type TcpDctcpInfo,
  type TcpvegasInfo,
  tcpBbrInfo,
  tcpDctcpInfo,
  tcpvegasInfo,
} from "./inet/congestion.js";
export type { Destroyable } from "./inet/destroying.js";
export { inetExtensions } from "./inet/extensions.js";
export { inetDiagMsg, inetTimer } from "./inet/header.js";
export { type MptcpInfo, mptcpInfo, mptcpInfoFlags } from "./inet/info/mptcp.js";
export { type SctpInfo, sctpInfo, sctpState } from "./inet/info/sctp.js";
export { type SctpSocketState, sctpAssociationState } from "./inet/info/sctp-state.js";
export { type TcpInfo, tcpCaState, tcpInfo, tcpiOptions } from "./inet/info/tcp.js";
export { type TcpDiagMd5sig, tcpDiagMd5sig } from "./inet/md5sig.js";
export { type InetDiagMeminfo, inetDiagMeminfo } from "./inet/meminfo.js";
export {
  type DccpSocket,
  type DccpSockets,
  dccpObject,
  dccpSocketAttributes,
  dccpSocketMessage,
  dccpSocketsOf,
} from "./inet/protocols/dccp.js";
export {
  type MptcpSocket,
  type MptcpSockets,
  mptcpObject,
  mptcpSocketAttributes,
  mptcpSocketMessage,
  mptcpSocketsOf,
} from "./inet/protocols/mptcp.js";
export {
  type RawSocket,
  type RawSockets,
  rawObject,
  rawSocketAttributes,
  rawSocketMessage,
  rawSocketsOf,
} from "./inet/protocols/raw.js";
export {
  type SctpSocket,
  type SctpSockets,
  sctpObject,
  sctpSocketAttributes,
  sctpSocketMessage,
  sctpSocketsOf,
} from "./inet/protocols/sctp.js";
export {
  type TcpSocket,
  type TcpSockets,
  tcpObject,
  tcpSocketAttributes,
  tcpSocketMessage,
  tcpSocketsOf,
} from "./inet/protocols/tcp.js";
export {
  type UdpSocket,
  type UdpSockets,
  udpObject,
  udpSocketAttributes,
  udpSocketMessage,
  udpSocketsOf,
} from "./inet/protocols/udp.js";
export {
  type UdpliteSocket,
  type UdpliteSockets,
  udpliteObject,
  udpliteSocketAttributes,
  udpliteSocketMessage,
  udpliteSocketsOf,
} from "./inet/protocols/udplite.js";
export { type InetQuery, inetRequest, inetRequestAttributes } from "./inet/request.js";
export { type SocketEnd, socketEnd } from "./inet/sockaddr.js";
export { inetDiagSockid } from "./inet/sockid.js";
export { type InetSockopt, inetSockopt } from "./inet/sockopt.js";
export {
  type MptcpSubflow,
  mptcpSubflowAttributes,
  mptcpSubflowFlags,
  type TlsInfo,
  tlsCipher,
  tlsConf,
  tlsInfoAttributes,
  tlsVersion,
  type UlpInfo,
  ulpInfoAttributes,
} from "./inet/ulp.js";
export {
  type NetlinkDiagRing,
  type NetlinkQuery,
  type NetlinkSocket,
  netlinkProtocol,
  netlinkShow,
  netlinkSocketAttributes,
  netlinkSocketFlags,
  netlinkState,
} from "./netlink/layout.js";
export { type NetlinkSockets, netlinkObject, netlinkSocketsOf } from "./netlink/netlink.js";
export { type PacketFanout, packetFanout, packetFanoutType } from "./packet/fanout.js";
export {
  type PacketDiagInfo,
  type PacketDiagMclist,
  type PacketDiagRing,
  type PacketQuery,
  type PacketSocket,
  packetInfoFlags,
  packetMembership,
  packetShow,
  packetSocketAttributes,
} from "./packet/layout.js";
export { type PacketSockets, packetObject, packetSocketsOf } from "./packet/packet.js";
export { cgroupId } from "./process/cgroup-id.js";
export { cgroupPaths$, type WithCgroup, withCgroups } from "./process/cgroup-paths.js";
export {
  type SocketProcess,
  type SocketProcesses,
  type SocketProcessesOptions,
  socketProcesses$,
} from "./process/socket-processes.js";
export { type SocketWithInode, type WithProcesses, withProcesses } from "./process/with-processes.js";
export {
  type CountedTcpSocket,
  type TcpRates,
  tcpRates,
  type WithTcpRates,
} from "./rates/tcp-rates.js";
export {
  type SmcDiagConninfo,
  type SmcDiagFallback,
  type SmcDiagLgrinfo,
  type SmcDiagLinkinfo,
  type SmcdDiagDmbinfo,
  smcRole,
} from "./smc/conninfo.js";
export {
  type SmcQuery,
  type SmcSocket,
  smcExtensions,
  smcMode,
  smcSocketAttributes,
  smcState,
} from "./smc/layout.js";
export { type SmcSockets, smcObject, smcSocketsOf } from "./smc/smc.js";
export { type SockDiag, type SockDiagOptions, sockDiag } from "./sock-diag.js";
export {
  type TipcConnection,
  type TipcGroup,
  type TipcQuery,
  type TipcSocket,
  type TipcStat,
  tipcConnectionAttributes,
  tipcGroupAttributes,
  tipcSocketAttributes,
  tipcSocketType,
  tipcStatAttributes,
  tipcState,
  tipcStates,
} from "./tipc/layout.js";
export { type TipcSockets, tipcObject, tipcSocketsOf } from "./tipc/tipc.js";
export {
  type UnixDiagRqlen,
  type UnixDiagVfs,
  type UnixQuery,
  type UnixSocket,
  unixShow,
  unixSocketAttributes,
} from "./unix/layout.js";
export { type UnixSockets, unixObject, unixSocketsOf } from "./unix/unix.js";
export { type VsockQuery, type VsockSocket, vsockRequest, vsockSocketMessage } from "./vsock/layout.js";
export { type VsockSockets, vsockObject, vsockSocketsOf } from "./vsock/vsock.js";
export {
  type XdpDiagInfo,
  type XdpDiagRing,
  type XdpDiagStats,
  type XdpDiagUmem,
  type XdpQuery,
  type XdpSocket,
  xdpShow,
  xdpSocketAttributes,
  xdpUmemFlags,
} from "./xdp/layout.js";
export { type XdpSockets, xdpObject, xdpSocketsOf } from "./xdp/xdp.js";
