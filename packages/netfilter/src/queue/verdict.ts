import type { Request } from "@rxnetlink/core";
import type { Infer } from "@rxnetlink/core/schema";
import { queueVerdictMessage } from "./layout.js";
import { NFQNL_MSG_VERDICT, NFQNL_MSG_VERDICT_BATCH } from "./messages.js";

/** Verdicts of netfilter (`NF_*`). */
const NF = { drop: 0, accept: 1, queue: 3, repeat: 4 } as const;
/** Accepts the packet if nobody listens to the other queue. */
const NF_VERDICT_FLAG_QUEUE_BYPASS = 0x8000;

/** Members of a verdict that its code says; the others are attributes. */
const IN_CODE = new Set(["type", "queue", "bypass"]);

type VerdictMessage = Infer<typeof queueVerdictMessage>;

/** What a verdict changes in a packet, for the rules that it meets next. */
export interface PacketChanges {
  /** New mark. */
  readonly mark?: number;
  /** Replaces the packet, from its network header on; its length may change. Lengths and checksums are the caller's: see `mendPacket()`. */
  readonly payload?: Uint8Array;
  /** New priority. Since 5.18. */
  readonly priority?: number;
  /** Changes in its connection: mark, labels and more. Since 3.6. */
  readonly ct?: NonNullable<VerdictMessage["ct"]>;
  /** Expects a connection because of this one, as helpers in user space do. Since 3.12. */
  readonly exp?: NonNullable<VerdictMessage["exp"]>;
  /** New VLAN tag, in a bridge. Since 4.7. */
  readonly vlan?: NonNullable<VerdictMessage["vlan"]>;
  /** New link-layer header of the same length, in a bridge. Since 4.7. */
  readonly l2hdr?: Uint8Array;
}

/** What a verdict on many packets changes in each. */
export interface BatchChanges extends Pick<PacketChanges, "mark" | "priority"> {}

/** The packet continues on its way. */
export interface AcceptVerdict extends PacketChanges {
  /** Discriminates verdicts. */
  readonly type: "accept";
}

/** The packet ends here, silently. */
export interface DropVerdict {
  /** Discriminates verdicts. */
  readonly type: "drop";
}

/** The packet meets the rules of this hook again, this one too: give it a mark that the rule excludes. */
export interface RepeatVerdict extends PacketChanges {
  /** Discriminates verdicts. */
  readonly type: "repeat";
}

/** The packet goes to another queue. */
export interface QueueVerdict extends PacketChanges {
  /** Discriminates verdicts. */
  readonly type: "queue";
  /** Number of the queue. */
  readonly queue: number;
  /** True to accept the packet if nobody listens to that queue, instead of dropping it. */
  readonly bypass?: boolean;
}

/** A verdict on a packet; discriminated by `type`. */
export type PacketVerdict = AcceptVerdict | DropVerdict | RepeatVerdict | QueueVerdict;

function codeOf(verdict: PacketVerdict): number {
  if (verdict.type !== "queue") return NF[verdict.type];
  const bypass = verdict.bypass ? NF_VERDICT_FLAG_QUEUE_BYPASS : 0;
  return ((verdict.queue << 16) | bypass | NF.queue) >>> 0;
}

/** Returns the request that judges one packet. */
export function verdictRequest(resId: number, id: number, verdict: PacketVerdict): Request<VerdictMessage> {
  const value: Record<string, unknown> = { resId, verdictHdr: { verdict: codeOf(verdict), id } };
  for (const key in verdict) if (!IN_CODE.has(key)) value[key] = verdict[key as keyof PacketVerdict];
  return {
    type: NFQNL_MSG_VERDICT,
    layout: queueVerdictMessage,
    value,
  };
}

/** Returns the request that judges a packet and all before it. */
export function batchRequest(
  resId: number,
  id: number,
  type: "accept" | "drop",
  changes: BatchChanges = {},
): Request<VerdictMessage> {
  return {
    type: NFQNL_MSG_VERDICT_BATCH,
    layout: queueVerdictMessage,
    value: { resId, verdictHdr: { verdict: NF[type], id }, ...changes },
  };
}
