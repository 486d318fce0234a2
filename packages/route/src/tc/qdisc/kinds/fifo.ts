import { type Infer, required, struct, u32 } from "@rxnetlink/core/schema";

/** Settings of a first-in, first-out queue: `pfifo`, `bfifo` and `pfifo_head_drop` (`struct tc_fifo_qopt`). */
export const fifoQopt = struct("tc_fifo_qopt", {
  /**
   * Maximum queue length, in packets; in bytes for `bfifo`. Without settings, the link's transmit queue length
   * applies.
   */
  limit: required(u32),
});
/** Settings of a first-in, first-out queue: `pfifo`, `bfifo` and `pfifo_head_drop`. */
export interface FifoQdisc extends Infer<typeof fifoQopt> {}
