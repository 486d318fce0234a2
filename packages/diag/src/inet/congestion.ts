import { type Infer, struct, u16, u32 } from "@rxnetlink/core/schema";

/** Layout of congestion control Vegas, which others report too (`struct tcpvegas_info`). */
export const tcpvegasInfo = struct("tcpvegas_info", {
  /** 1 if it is in use. */
  enabled: u32,
  /** Round trips measured. */
  rttcnt: u32,
  /** Round-trip time, in µs. */
  rtt: u32,
  /** Shortest round-trip time, in µs. */
  minrtt: u32,
});
/** State of congestion control Vegas. */
export interface TcpvegasInfo extends Infer<typeof tcpvegasInfo> {}

/** Layout of congestion control DCTCP (`struct tcp_dctcp_info`). */
export const tcpDctcpInfo = struct("tcp_dctcp_info", {
  /** 1 if it is in use; 0 after it fell back. */
  enabled: u16,
  /** 1 if the last packet was marked as having met congestion. */
  ceState: u16,
  /** Share of the bytes that were marked, where 1024 stands for all. */
  alpha: u32,
  /** Bytes acknowledged with a mark, in this window. */
  abEcn: u32,
  /** Bytes acknowledged in this window. */
  abTot: u32,
});
/** State of congestion control DCTCP. */
export interface TcpDctcpInfo extends Infer<typeof tcpDctcpInfo> {}

/** Layout of congestion control BBR (`struct tcp_bbr_info`). */
export const tcpBbrInfo = struct("tcp_bbr_info", {
  /** Lower 32 bits of the bandwidth, in bytes per second. */
  bwLo: u32,
  /** Upper 32 bits of the bandwidth. */
  bwHi: u32,
  /** Shortest round-trip time, in µs. */
  minRtt: u32,
  /** Gain of the pacing rate, where 256 stands for 1. */
  pacingGain: u32,
  /** Gain of the congestion window, where 256 stands for 1. */
  cwndGain: u32,
});
/** State of congestion control BBR. */
export interface TcpBbrInfo extends Infer<typeof tcpBbrInfo> {}
