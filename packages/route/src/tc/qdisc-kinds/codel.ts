import { attributes, type Infer, s32, struct, u32 } from "@rxnetlink/core";
import { codelTime } from "../values/codel-time.js";

/** Settings of `codel`, which keeps delay low by dropping (`TCA_CODEL_*`). */
export const codelAttributes = attributes("codel-attrs", "TCA_CODEL_", {
  /** Delay that is aimed at, in µs. */
  target: [1, codelTime],
  /** Longest queue, in packets. */
  limit: [2, u32],
  /** Time in which the delay must fall below the target once, in µs. */
  interval: [3, codelTime],
  /** Whether packets are marked before they are dropped, 0 or 1. */
  ecn: [4, u32],
  /** Packets that waited longer are marked (ECN), in µs. */
  ceThreshold: [5, codelTime],
});
/** Settings of `codel`, which keeps delay low by dropping. */
export interface Codel extends Infer<typeof codelAttributes> {}

/** Statistics of `codel` (`struct tc_codel_xstats`). */
export const codelXstats = struct("tc_codel_xstats", {
  /** Largest packet, in bytes. */
  maxpacket: u32,
  /** Packets dropped in this run of drops. */
  count: u32,
  /** Packets dropped in the run before. */
  lastcount: u32,
  /** Delay of the last packet, in µs. */
  ldelay: u32,
  /** When the next packet is dropped, in µs from now. */
  dropNext: s32,
  /** Packets dropped since the queue was full. */
  dropOverlimit: u32,
  /** Packets marked in place of being dropped. */
  ecnMark: u32,
  /** Whether it is dropping, 0 or 1. */
  dropping: u32,
  /** Packets marked beyond the threshold. */
  ceMark: u32,
});
/** Statistics of `codel`. */
export interface CodelXstats extends Infer<typeof codelXstats> {}
