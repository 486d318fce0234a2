import { attributes, be32, enumeration, type Infer, s32be, string } from "@rxnetlink/core/schema";

/** Verdicts (`NFT_*`, and `NF_*` from `drop` on); a verdict that queues has the number of the queue in its high 16 bits. */
export const verdictCode = enumeration("NFT_", s32be, {
  /** Continues with the next expression. */
  continue: -1,
  /** Continues with the next rule, as after an expression that does not match. */
  break: -2,
  /** Continues in another chain, and after it with the next rule. */
  jump: -3,
  /** Continues in another chain. */
  goto: -4,
  /** Returns from the chain; a base chain applies its policy. */
  return: -5,
  /** Drops the packet. */
  drop: 0,
  /** Accepts the packet in this base chain. */
  accept: 1,
  /** Takes the packet without freeing it. */
  stolen: 2,
  /** Queues the packet to user space; rules do so with the `queue` expression. */
  queue: 3,
  /** Passes the packet through the hook again. */
  repeat: 4,
});

/** Attributes of a verdict (`NFTA_VERDICT_*`). */
export const verdictAttributes = attributes("verdict-attrs", "NFTA_VERDICT_", {
  /** Verdict. */
  code: [1, verdictCode],
  /** Chain in which `jump` and `goto` continue. */
  chain: [2, string],
  /** Id of that chain within the same transaction, in place of its name; since 5.9. */
  chainId: [3, be32],
});
/** Verdict on a packet: `{ code: "jump", chain: "x" }`. */
export interface Verdict extends Infer<typeof verdictAttributes> {}
