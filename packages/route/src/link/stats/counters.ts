import { type Infer, since, struct, u32, u64 } from "@rxnetlink/core/schema";

/** 64-bit counters of a link (`struct rtnl_link_stats64`). */
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
  /** Packets received but dropped for lack of room. */
  rxDropped: u64,
  /** Packets dropped during transmission. */
  txDropped: u64,
  /** Multicast packets received. */
  multicast: u64,
  /** Collisions. */
  collisions: u64,
  /** Packets received with a wrong length. */
  rxLengthErrors: u64,
  /** Packets lost because the receive ring was full. */
  rxOverErrors: u64,
  /** Packets received with a bad checksum. */
  rxCrcErrors: u64,
  /** Packets received with a framing error. */
  rxFrameErrors: u64,
  /** Packets lost because the receive FIFO was full. */
  rxFifoErrors: u64,
  /** Packets missed by the hardware. */
  rxMissedErrors: u64,
  /** Aborted transmissions. */
  txAbortedErrors: u64,
  /** Transmissions that lost the carrier. */
  txCarrierErrors: u64,
  /** Transmissions that underran the FIFO. */
  txFifoErrors: u64,
  /** Transmissions without a heartbeat. */
  txHeartbeatErrors: u64,
  /** Late collisions. */
  txWindowErrors: u64,
  /** Compressed packets received. */
  rxCompressed: u64,
  /** Compressed packets sent. */
  txCompressed: u64,
  /** Packets received without a protocol handler. */
  rxNohandler: since("4.6", u64),
  /** Packets dropped because they were for another host. */
  rxOtherhostDropped: since("5.19", u64),
});
/** 64-bit counters of a link. */
export interface LinkStats64 extends Infer<typeof linkStats64> {}

/** Counters of a link that wrap at 32 bits (`struct rtnl_link_stats`), otherwise like {@link linkStats64}. */
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
  /** Packets received but dropped for lack of room. */
  rxDropped: u32,
  /** Packets dropped during transmission. */
  txDropped: u32,
  /** Multicast packets received. */
  multicast: u32,
  /** Collisions. */
  collisions: u32,
  /** Packets received with a wrong length. */
  rxLengthErrors: u32,
  /** Packets lost because the receive ring was full. */
  rxOverErrors: u32,
  /** Packets received with a bad checksum. */
  rxCrcErrors: u32,
  /** Packets received with a framing error. */
  rxFrameErrors: u32,
  /** Packets lost because the receive FIFO was full. */
  rxFifoErrors: u32,
  /** Packets missed by the hardware. */
  rxMissedErrors: u32,
  /** Aborted transmissions. */
  txAbortedErrors: u32,
  /** Transmissions that lost the carrier. */
  txCarrierErrors: u32,
  /** Transmissions that underran the FIFO. */
  txFifoErrors: u32,
  /** Transmissions without a heartbeat. */
  txHeartbeatErrors: u32,
  /** Late collisions. */
  txWindowErrors: u32,
  /** Compressed packets received. */
  rxCompressed: u32,
  /** Compressed packets sent. */
  txCompressed: u32,
  /** Packets received without a protocol handler. */
  rxNohandler: since("4.6", u32),
});
/** Counters of a link that wrap at 32 bits. */
export interface LinkStats extends Infer<typeof linkStats> {}
