import {
  enumeration,
  flags,
  growing,
  type Infer,
  since,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { bit, bitField, continued } from "../../common/bit-field.js";
import { socketState } from "../../common/socket-state.js";

/** States of congestion control (`TCP_CA_*`). */
export const tcpCaState = enumeration("TCP_CA_", u8, {
  open: 0,
  /** Acknowledgements came out of order. */
  disorder: 1,
  /** The window is being reduced, as the network asked for. */
  cwr: 2,
  /** Lost packets are being sent again. */
  recovery: 3,
  /** The retransmission timer ran out. */
  loss: 4,
});

/** Options of a connection (`TCPI_OPT_*`). */
export const tcpiOptions = flags("TCPI_OPT_", u8, {
  timestamps: 0x1,
  sack: 0x2,
  wscale: 0x4,
  ecn: 0x8,
  /** A packet with a mark for ECN was received. */
  ecnSeen: 0x10,
  /** The SYN carried data, which was acknowledged. */
  synData: 0x20,
  /** Timestamps are in µs; since 6.7. */
  usecTs: 0x40,
  /** Accepted with data in the SYN; not of all kernels. */
  tfoChild: 0x80,
});

/** Layout of the measurements of a connection (`struct tcp_info`). */
export const tcpInfo = growing(
  struct("tcp_info", {
    /** State. */
    state: socketState,
    /** State of congestion control. */
    caState: tcpCaState,
    /** Retransmissions of the oldest packet that is not acknowledged. */
    retransmits: u8,
    /** Probes of a closed window that were not answered. */
    probes: u8,
    /** Doublings of the retransmission timer. */
    backoff: u8,
    /** Options of the connection; see {@link tcpiOptions}. */
    options: tcpiOptions,
    /** Window scale of the remote end. */
    sndWscale: bitField(u8, 0, 4),
    /** Window scale of this end. */
    rcvWscale: continued(u8, 4, 4),
    /** Set if the application, not the network, limited `deliveryRate`; since 4.9. */
    deliveryRateAppLimited: bit(u8, 0),
    /** Reason why data in the SYN failed (`TFO_*`): 0 unknown, 1 no cookie, 2 not acknowledged, 3 the SYN was sent again; since 5.5. */
    fastopenClientFail: continued(u8, 1, 2),
    /** Retransmission timeout, in µs. */
    rto: u32,
    /** Timeout of delayed acknowledgements, in µs. */
    ato: u32,
    /** Largest segment that is sent, in bytes. */
    sndMss: u32,
    /** Largest segment that was received, in bytes. */
    rcvMss: u32,
    /** Packets not acknowledged; of a listening socket the connections to accept. */
    unacked: u32,
    /** Packets acknowledged selectively; of a listening socket the most connections to accept. */
    sacked: u32,
    /** Packets thought to be lost. */
    lost: u32,
    /** Packets sent again and not acknowledged. */
    retrans: u32,
    /** Not counted since 4.15. */
    fackets: u32,
    /** Time since data was sent, in ms. */
    lastDataSent: u32,
    /** Always 0. */
    lastAckSent: u32,
    /** Time since data was received, in ms. */
    lastDataRecv: u32,
    /** Time since an acknowledgement was received, in ms. */
    lastAckRecv: u32,
    /** Largest packet of the path, in bytes. */
    pmtu: u32,
    /** Window that the receiver offers at most, in bytes. */
    rcvSsthresh: u32,
    /** Smoothed round-trip time, in µs. */
    rtt: u32,
    /** Variation of the round-trip time, in µs. */
    rttvar: u32,
    /** Congestion window at which slow start ends, in packets; 0x7fffffff where none is known. */
    sndSsthresh: u32,
    /** Congestion window, in packets. */
    sndCwnd: u32,
    /** Largest segment that this end announced, in bytes. */
    advmss: u32,
    /** Packets by which others may overtake one. */
    reordering: u32,
    /** Round-trip time as the receiver sees it, in µs. */
    rcvRtt: u32,
    /** Bytes received in a round trip, by which the buffer is sized. */
    rcvSpace: u32,
    /** Packets that were sent again. */
    totalRetrans: u32,
    /** Pacing rate, in bytes per second; the largest number means no limit. Since 3.15. */
    pacingRate: u64,
    /** Greatest pacing rate, in bytes per second; the largest number means no limit. Since 3.15. */
    maxPacingRate: u64,
    /** Bytes that the remote end acknowledged; since 4.1. */
    bytesAcked: u64,
    /** Bytes received in order; since 4.1. */
    bytesReceived: u64,
    /** Segments sent; since 4.2. */
    segsOut: u32,
    /** Segments received; since 4.2. */
    segsIn: u32,
    /** Bytes in the send queue that were not sent yet; since 4.6. */
    notsentBytes: u32,
    /** Shortest round-trip time, in µs; since 4.6. */
    minRtt: u32,
    /** Segments with data received; since 4.6. */
    dataSegsIn: u32,
    /** Segments with data sent; since 4.6. */
    dataSegsOut: u32,
    /** Rate of delivery as last measured, in bytes per second; since 4.9. */
    deliveryRate: u64,
    /** Time in which there was something to send, in µs; since 4.10. */
    busyTime: u64,
    /** Time of it limited by the window of the remote end, in µs; since 4.10. */
    rwndLimited: u64,
    /** Time of it limited by the send buffer, in µs; since 4.10. */
    sndbufLimited: u64,
    /** Packets delivered; since 4.18. */
    delivered: u32,
    /** Packets delivered with a mark for congestion; since 4.18. */
    deliveredCe: u32,
    /** Bytes sent, with those sent again; since 4.19. */
    bytesSent: u64,
    /** Bytes sent again; since 4.19. */
    bytesRetrans: u64,
    /** Packets that the remote end received twice; since 4.19. */
    dsackDups: u32,
    /** Times that packets were seen out of order; since 4.19. */
    reordSeen: u32,
    /** Packets received out of order; since 5.4. */
    rcvOoopack: u32,
    /** Window of the remote end, in bytes; since 5.4. */
    sndWnd: u32,
    /** Window of this end, in bytes; since 6.2. */
    rcvWnd: u32,
    /** Times that another path was tried after a timeout; since 6.2. */
    rehash: u32,
    /** Timeouts of the retransmission timer; since 6.7. */
    totalRto: u16,
    /** Recoveries that such timeouts began; since 6.7. */
    totalRtoRecoveries: u16,
    /** Time spent in those, in ms; since 6.7. */
    totalRtoTime: u32,
    /** Packets received with a mark for congestion; of accurate ECN, as are the next. Since 6.18. */
    receivedCe: since("6.18", u32),
    /** Bytes delivered with ECT(1). */
    deliveredE1Bytes: since("6.18", u32),
    /** Bytes delivered with ECT(0). */
    deliveredE0Bytes: since("6.18", u32),
    /** Bytes delivered with a mark for congestion. */
    deliveredCeBytes: since("6.18", u32),
    /** Bytes received with ECT(1). */
    receivedE1Bytes: since("6.18", u32),
    /** Bytes received with ECT(0). */
    receivedE0Bytes: since("6.18", u32),
    /** Bytes received with a mark for congestion. */
    receivedCeBytes: since("6.18", u32),
    /** Mode of ECN (`TCPI_ECN_MODE_*`): 0 disabled, 1 of RFC 3168, 2 accurate, 3 pending. */
    ecnMode: since("6.18", bitField(u32, 0, 2)),
    /** Option of accurate ECN that was seen (`TCP_ACCECN_OPT_*`): 0 not sent, 1 empty, 2 with counters, 3 failed. */
    accecnOptSeen: since("6.18", continued(u32, 2, 2)),
    /** Failures of accurate ECN, bits of `TCP_ACCECN_*_FAIL_*`. */
    accecnFailMode: since("6.18", continued(u32, 4, 4)),
    /** Further options; none is defined. */
    options2: since("6.18", continued(u32, 8, 24)),
  }),
);
/** Measurements of a connection of TCP, as far as the kernel makes them. */
export interface TcpInfo extends Infer<typeof tcpInfo> {}
