import { attributes, be64, type Infer, padding } from "@rxnetlink/core/schema";

/** Attributes of `counter` (`NFTA_COUNTER_*`), the expression and the object. */
export const exprCounter = attributes("expr-counter-attrs", "NFTA_COUNTER_", {
  /** Number of bytes. */
  bytes: [1, be64],
  /** Number of packets. */
  packets: [2, be64],
  /** Alignment. */
  pad: [3, padding],
});
/** Counts packets and their bytes; a rule's counter begins with the values given. */
export interface CounterExpr extends Infer<typeof exprCounter> {}

/** Returns `counter` in nft's notation. */
export function counterText({ packets = 0n, bytes = 0n }: CounterExpr): string {
  return `pkts ${packets} bytes ${bytes}`;
}
