import type { Connection, Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import { connectSockDiag, type SockDiagConnectionOptions } from "./connect.js";
import { type DccpSockets, dccpSocketsOf } from "./inet/protocols/dccp.js";
import { type MptcpSockets, mptcpSocketsOf } from "./inet/protocols/mptcp.js";
import { type RawSockets, rawSocketsOf } from "./inet/protocols/raw.js";
import { type SctpSockets, sctpSocketsOf } from "./inet/protocols/sctp.js";
import { type TcpSockets, tcpSocketsOf } from "./inet/protocols/tcp.js";
import { type UdpSockets, udpSocketsOf } from "./inet/protocols/udp.js";
import { type UdpliteSockets, udpliteSocketsOf } from "./inet/protocols/udplite.js";
import { type NetlinkSockets, netlinkSocketsOf } from "./netlink/netlink.js";
import { type PacketSockets, packetSocketsOf } from "./packet/packet.js";
import { type SmcSockets, smcSocketsOf } from "./smc/smc.js";
import { type TipcSockets, tipcSocketsOf } from "./tipc/tipc.js";
import { type UnixSockets, unixSocketsOf } from "./unix/unix.js";
import { type VsockSockets, vsockSocketsOf } from "./vsock/vsock.js";
import { type XdpSockets, xdpSocketsOf } from "./xdp/xdp.js";

/**
 * `NETLINK_SOCK_DIAG`: the sockets of the kernel, in one network namespace. Anyone may list the sockets of all users; their marks,
 * filters and keys are shown to those with `CAP_NET_ADMIN` only, and to destroy a socket needs it.
 */
export interface SockDiag {
  /** Underlying connection, for messages without a verb. */
  readonly connection: Connection;
  /** Sockets of TCP. */
  readonly tcp: TcpSockets;
  /** Sockets of UDP. */
  readonly udp: UdpSockets;
  /** Sockets of UDP-Lite. */
  readonly udplite: UdpliteSockets;
  /** Raw sockets of IP. */
  readonly raw: RawSockets;
  /** Sockets of SCTP. */
  readonly sctp: SctpSockets;
  /** Sockets of DCCP. */
  readonly dccp: DccpSockets;
  /** Sockets of MPTCP. */
  readonly mptcp: MptcpSockets;
  /** Unix sockets. */
  readonly unix: UnixSockets;
  /** Packet sockets. */
  readonly packet: PacketSockets;
  /** Netlink sockets. */
  readonly netlink: NetlinkSockets;
  /** Sockets between a virtual machine and its host. */
  readonly vsock: VsockSockets;
  /** XDP sockets. */
  readonly xdp: XdpSockets;
  /** Sockets of SMC. */
  readonly smc: SmcSockets;
  /** Sockets of TIPC. */
  readonly tipc: TipcSockets;
}

/** Options of {@link sockDiag}. */
export interface SockDiagOptions<T extends Transport = Transport> extends SockDiagConnectionOptions {
  /** Transport of requests and notifications. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, ...common } = connectionChecks;
const OPTIONS: OptionChecks<SockDiagOptions> = { ...common, transport: aTransport };

/**
 * Connects to `NETLINK_SOCK_DIAG` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function sockDiag(options: SockDiagOptions): SockDiag {
  const { transport, ...rest } = checkOptions("sockDiag", options, OPTIONS);
  const connection = connectSockDiag(transport, rest);
  return {
    connection,
    tcp: tcpSocketsOf(connection),
    udp: udpSocketsOf(connection),
    udplite: udpliteSocketsOf(connection),
    raw: rawSocketsOf(connection),
    sctp: sctpSocketsOf(connection),
    dccp: dccpSocketsOf(connection),
    mptcp: mptcpSocketsOf(connection),
    unix: unixSocketsOf(connection),
    packet: packetSocketsOf(connection),
    netlink: netlinkSocketsOf(connection),
    vsock: vsockSocketsOf(connection),
    xdp: xdpSocketsOf(connection),
    smc: smcSocketsOf(connection),
    tipc: tipcSocketsOf(connection),
  };
}
