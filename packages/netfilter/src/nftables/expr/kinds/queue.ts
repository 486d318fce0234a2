import { attributes, be16, flags, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { join } from "../words.js";

/** Flags of `queue` (`NFT_QUEUE_FLAG_*`). */
export const queueExprFlags = flags("NFT_QUEUE_FLAG_", be16, {
  /** Accepts packets while no program is bound to the queue. */
  bypass: 1,
  /** Chooses the queue by the CPU, not by the flow. */
  cpuFanout: 2,
});

/** Attributes of `queue` (`NFTA_QUEUE_*`). */
export const exprQueue = attributes("expr-queue-attrs", "NFTA_QUEUE_", {
  /** Number of the first queue. */
  num: [1, be16],
  /** Number of queues that share the packets. */
  total: [2, be16],
  /** Flags. */
  flags: [3, queueExprFlags],
  /** Register with the number of the queue, in place of `num`. */
  sregQnum: [4, register],
});
/** Queues the packet to a program, which decides on it. */
export interface QueueExpr extends Infer<typeof exprQueue> {}

/** Returns `queue` in nft's notation. */
export function queueText({ num = 0, total = 1, flags = 0, sregQnum }: QueueExpr): string {
  const several = total > 1 ? `num ${num}-${num + total - 1}` : `num ${num}`;
  return join(
    sregQnum === undefined ? several : `sreg_qnum ${sregQnum}`,
    queueExprFlags.has(flags, "bypass") && "bypass",
    queueExprFlags.has(flags, "cpuFanout") && "fanout",
  );
}
