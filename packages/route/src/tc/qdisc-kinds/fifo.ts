import { type Infer, required, struct, u32 } from "@rxnetlink/core";

/** Settings of a queue that sends in order of arrival: `pfifo`, `bfifo` and `pfifo_head_drop` (`struct tc_fifo_qopt`). */
export const fifoQopt = struct("tc_fifo_qopt", {
  /** Longest queue, in packets; in bytes for `bfifo`. Where no settings are sent the link's queue length counts. */
  limit: required(u32),
});
/** Settings of a queue that sends in order of arrival: `pfifo`, `bfifo` and `pfifo_head_drop`. */
export interface FifoQdisc extends Infer<typeof fifoQopt> {}
