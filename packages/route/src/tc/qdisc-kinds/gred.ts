import {
  attributes,
  bytes,
  type Infer,
  nest,
  packed,
  pad,
  padding,
  repeated,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core";
import { redFlags } from "./red.js";

/** Virtual queues of `gred` (`struct tc_gred_sopt`). */
export const gredSopt = struct("tc_gred_sopt", {
  /** How many there are, up to 16. */
  dps: u32,
  /** That for packets of no other. */
  defDp: u32,
  /** Whether queues have priorities, 0 or 1. */
  grio: u8,
  /** How congestion is signalled. */
  flags: redFlags,
  _: pad(2),
});
/** Virtual queues of `gred`. */
export interface GredSopt extends Infer<typeof gredSopt> {}

/** One virtual queue of `gred` (`struct tc_gred_qopt`). */
export const gredQopt = struct("tc_gred_qopt", {
  /** Longest queue, in bytes. */
  limit: u32,
  /** Mean queue from which packets are dropped, in bytes. */
  qthMin: u32,
  /** Mean queue from which all are. */
  qthMax: u32,
  /** Its number. */
  dp: u32,
  /** Bytes queued now; read-only. */
  backlog: u32,
  /** Mean queue, in bytes; read-only. */
  qave: u32,
  /** Packets dropped above `qthMax`; read-only. */
  forced: u32,
  /** Packets dropped early; read-only. */
  early: u32,
  /** Not used since 6.4. */
  other: u32,
  /** Packets dropped since the queue was full; read-only. */
  pdrop: u32,
  /** Weight of the newest value in the mean, as -log2. */
  wlog: u8,
  /** Probability at `qthMax` over the distance of the thresholds, as -log2. */
  plog: u8,
  /** Step of `stab`, as log2 of ticks. */
  scellLog: u8,
  /** Priority, 1 to 255; the lowest first. */
  prio: u8,
  /** Packets queued in all; read-only. */
  packets: u32,
  /** Bytes queued in all; read-only. */
  bytesin: u32,
});
/** One virtual queue of `gred`. */
export interface GredQopt extends Infer<typeof gredQopt> {}

/** A virtual queue of `gred` with 64-bit counters; since 5.1 (`TCA_GRED_VQ_*`). */
export const gredVqEntryAttributes = attributes("tca-gred-vq-entry-attrs", "TCA_GRED_VQ_", {
  /** Alignment. */
  pad: [1, padding],
  /** Its number. */
  dp: [2, u32],
  /** Bytes queued in all. */
  statBytes: [3, u64],
  /** Packets queued in all. */
  statPackets: [4, u32],
  /** Bytes queued now. */
  statBacklog: [5, u32],
  /** Packets dropped at random. */
  statProbDrop: [6, u32],
  /** Packets marked at random. */
  statProbMark: [7, u32],
  /** Packets dropped above `qthMax`. */
  statForcedDrop: [8, u32],
  /** Packets marked above `qthMax`. */
  statForcedMark: [9, u32],
  /** Packets dropped since the queue was full. */
  statPdrop: [10, u32],
  /** Not used since 6.4. */
  statOther: [11, u32],
  /** How congestion is signalled; {@link redFlags} has the names. */
  flags: [12, u32],
});
/** A virtual queue of `gred` with 64-bit counters; since 5.1. */
export interface GredVqEntry extends Infer<typeof gredVqEntryAttributes> {}

/** Virtual queues of `gred` (`TCA_GRED_VQ_*`). */
export const gredVqListAttributes = attributes("tca-gred-vq-list-attrs", "TCA_GRED_VQ_", {
  /** The queues. */
  entry: [1, repeated(nest<GredVqEntry>(gredVqEntryAttributes))],
});
/** Virtual queues of `gred`. */
export interface GredVqList extends Infer<typeof gredVqListAttributes> {}

/** Settings of `gred`, several `red` in one queue (`TCA_GRED_*`). */
export const gredAttributes = attributes("gred-attrs", "TCA_GRED_", {
  /** One queue in a request; all sixteen in an answer. */
  parms: [1, packed(nest<GredQopt>(gredQopt))],
  /** How the mean falls while nothing is queued; write-only. */
  stab: [2, bytes(256)],
  /** How many queues there are; the first request has just this. */
  dps: [3, nest<GredSopt>(gredSopt)],
  /** Probability of each at `qthMax`, of 2^32; a single one in a request. */
  maxP: [4, packed(u32)],
  /** Longest queue of all, in bytes. */
  limit: [5, u32],
  /** The queues with 64-bit counters; since 5.1. */
  vqList: [6, nest<GredVqList>(gredVqListAttributes)],
});
/** Settings of `gred`, several `red` in one queue. */
export interface Gred extends Infer<typeof gredAttributes> {}
