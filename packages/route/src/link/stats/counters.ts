import { type Infer, since, struct, u32, u64 } from "@rxnetlink/core";

/** Counters of a link, 64 bits each (`struct rtnl_link_stats64`). */
export const linkStats64 = struct("rtnl_link_stats64", {
  /** Good packets received. */
  rxPackets: u64,
  /** Packets sent. */
  txPackets: u64,
  /** Good bytes received. */
  rxBytes: u64,
  /** Bytes sent. */
  txBytes: u64,
  /** Bad packets received. */
  rxErrors: u64,
  /** Packets that could not be sent. */
  txErrors: u64,
  /** Packets received but dropped for want of room. */
  rxDropped: u64,
  /** Packets dropped on their way out. */
  txDropped: u64,
  /** Multicast packets received. */
  multicast: u64,
  /** Collisions. */
  collisions: u64,
  /** Packets of a wrong length. */
  rxLengthErrors: u64,
  /** Packets lost in a full receive ring. */
  rxOverErrors: u64,
  /** Packets with a bad checksum. */
  rxCrcErrors: u64,
  /** Packets with a framing error. */
  rxFrameErrors: u64,
  /** Packets lost in a full receive FIFO. */
  rxFifoErrors: u64,
  /** Packets that the hardware missed. */
  rxMissedErrors: u64,
  /** Sends that were aborted. */
  txAbortedErrors: u64,
  /** Sends that lost the carrier. */
  txCarrierErrors: u64,
  /** Sends that underran the FIFO. */
  txFifoErrors: u64,
  /** Sends without a heartbeat. */
  txHeartbeatErrors: u64,
  /** Late collisions. */
  txWindowErrors: u64,
  /** Compressed packets received. */
  rxCompressed: u64,
  /** Compressed packets sent. */
  txCompressed: u64,
  /** Packets that no protocol wanted. */
  rxNohandler: since("4.6", u64),
  /** Packets dropped since they were for another host. */
  rxOtherhostDropped: since("5.19", u64),
});
/** Counters of a link, 64 bits each. */
export interface LinkStats64 extends Infer<typeof linkStats64> {}

/** Counters of a link that wrap at 32 bits (`struct rtnl_link_stats`); the members mean what those of 64 bits do. */
export const linkStats = struct("rtnl_link_stats", {
  /** Good packets received. */
  rxPackets: u32,
  /** Packets sent. */
  txPackets: u32,
  /** Good bytes received. */
  rxBytes: u32,
  /** Bytes sent. */
  txBytes: u32,
  /** Bad packets received. */
  rxErrors: u32,
  /** Packets that could not be sent. */
  txErrors: u32,
  /** Packets received but dropped for want of room. */
  rxDropped: u32,
  /** Packets dropped on their way out. */
  txDropped: u32,
  /** Multicast packets received. */
  multicast: u32,
  /** Collisions. */
  collisions: u32,
  /** Packets of a wrong length. */
  rxLengthErrors: u32,
  /** Packets lost in a full receive ring. */
  rxOverErrors: u32,
  /** Packets with a bad checksum. */
  rxCrcErrors: u32,
  /** Packets with a framing error. */
  rxFrameErrors: u32,
  /** Packets lost in a full receive FIFO. */
  rxFifoErrors: u32,
  /** Packets that the hardware missed. */
  rxMissedErrors: u32,
  /** Sends that were aborted. */
  txAbortedErrors: u32,
  /** Sends that lost the carrier. */
  txCarrierErrors: u32,
  /** Sends that underran the FIFO. */
  txFifoErrors: u32,
  /** Sends without a heartbeat. */
  txHeartbeatErrors: u32,
  /** Late collisions. */
  txWindowErrors: u32,
  /** Compressed packets received. */
  rxCompressed: u32,
  /** Compressed packets sent. */
  txCompressed: u32,
  /** Packets that no protocol wanted. */
  rxNohandler: since("4.6", u32),
});
/** Counters of a link that wrap at 32 bits. */
export interface LinkStats extends Infer<typeof linkStats> {}
