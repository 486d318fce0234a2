import { type Infer, struct, u64 } from "@rxnetlink/core/schema";

/** Counters of packets (`struct ovs_flow_stats`). */
export const ovsFlowStats = struct("ovs_flow_stats", {
  /** Number of packets. */
  packets: u64,
  /** Number of bytes. */
  bytes: u64,
});
/** Counters of packets. */
export interface OvsFlowStats extends Infer<typeof ovsFlowStats> {}
