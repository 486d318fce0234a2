import { attributes, type Infer, padding, u32, u64 } from "@rxnetlink/core/schema";

/** Counters and rates (`IPVS_STATS_ATTR_*`), of which most wrap at 32 bits. */
export const ipvsStatsAttributes = attributes("ipvs-stats", "IPVS_STATS_ATTR_", {
  /** Number of connections scheduled. */
  conns: [1, u32],
  /** Number of packets from clients. */
  inpkts: [2, u32],
  /** Number of packets to clients. */
  outpkts: [3, u32],
  /** Number of bytes from clients. */
  inbytes: [4, u64],
  /** Number of bytes to clients. */
  outbytes: [5, u64],
  /** Connections per second. */
  cps: [6, u32],
  /** Packets from clients per second. */
  inpps: [7, u32],
  /** Packets to clients per second. */
  outpps: [8, u32],
  /** Bytes from clients per second. */
  inbps: [9, u32],
  /** Bytes to clients per second. */
  outbps: [10, u32],
  pad: [11, padding],
});
/** Counters and rates, of which most wrap at 32 bits. */
export interface IpvsStats extends Infer<typeof ipvsStatsAttributes> {}

/** Counters and rates of 64 bits (`IPVS_STATS_ATTR_*`); since 4.1. */
export const ipvsStats64Attributes = attributes("ipvs-stats64", "IPVS_STATS_ATTR_", {
  /** Number of connections scheduled. */
  conns: [1, u64],
  /** Number of packets from clients. */
  inpkts: [2, u64],
  /** Number of packets to clients. */
  outpkts: [3, u64],
  /** Number of bytes from clients. */
  inbytes: [4, u64],
  /** Number of bytes to clients. */
  outbytes: [5, u64],
  /** Connections per second. */
  cps: [6, u64],
  /** Packets from clients per second. */
  inpps: [7, u64],
  /** Packets to clients per second. */
  outpps: [8, u64],
  /** Bytes from clients per second. */
  inbps: [9, u64],
  /** Bytes to clients per second. */
  outbps: [10, u64],
  pad: [11, padding],
});
/** Counters and rates of 64 bits. */
export interface IpvsStats64 extends Infer<typeof ipvsStats64Attributes> {}
