import {
  attributes,
  bytes,
  type Infer,
  nest,
  packed,
  pad,
  padding,
  readOnly,
  refine,
  repeated,
  required,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type Input, withDefaults } from "../../request.js";
import { AVERAGE_PACKET, LINK_RATE, MAX_P, redDamping, redThresholds } from "../../values/red-parameters.js";
import { redFlags } from "../../values/red-qopt.js";

/** Virtual queues of `gred` (`struct tc_gred_sopt`). */
export const gredSopt = struct("tc_gred_sopt", {
  /** Number of virtual queues, up to 16. */
  dps: required(u32),
  /** Number of the default queue, for packets of no other. */
  defDp: required(u32),
  /** Uses priorities of queues, 0 or 1. */
  grio: u8,
  /** Congestion signalling. */
  flags: redFlags,
  _: pad(2),
});
/** Virtual queues of `gred`. */
export interface GredSopt extends Infer<typeof gredSopt> {}

/** Virtual queue of `gred` (`struct tc_gred_qopt`). */
export const gredQopt = struct("tc_gred_qopt", {
  /** Maximum queue length, in bytes. */
  limit: required(u32),
  /** Average queue length above which packets are dropped by probability, in bytes; a third of `qthMax` by default. */
  qthMin: u32,
  /** Average queue length above which all packets are dropped, in bytes; a fourth of `limit` by default. */
  qthMax: u32,
  /** Number. */
  dp: required(u32),
  /** Bytes in the queue; read-only. */
  backlog: readOnly(u32),
  /** Average queue length, in bytes; read-only. */
  qave: readOnly(u32),
  /** Packets dropped above `qthMax`; read-only. */
  forced: readOnly(u32),
  /** Packets dropped early; read-only. */
  early: readOnly(u32),
  /** Not used since 6.4. */
  other: readOnly(u32),
  /** Packets dropped because the queue was full; read-only. */
  pdrop: readOnly(u32),
  /** Weight of the latest queue length in the average, as -log2; computed when absent, as for `red`. */
  wlog: u8,
  /** Probability at `qthMax` over the distance between the thresholds, as -log2; likewise. */
  plog: u8,
  /** Step of `stab`, as log2 of ticks; likewise. */
  scellLog: u8,
  /** Priority, 1 to 255, the lowest first; 0 in a request is that of the default queue, or 8. */
  prio: u8,
  /** Total packets enqueued; read-only. */
  packets: readOnly(u32),
  /** Total bytes enqueued; read-only. */
  bytesin: readOnly(u32),
});
/** Virtual queue of `gred`. */
export interface GredQopt extends Infer<typeof gredQopt> {}

/** Virtual queue of `gred` with 64-bit counters; since 5.1 (`TCA_GRED_VQ_*`). */
export const gredVqEntryAttributes = attributes("tca-gred-vq-entry-attrs", "TCA_GRED_VQ_", {
  /** Alignment. */
  pad: [1, padding],
  /** Number. */
  dp: [2, u32],
  /** Total bytes enqueued. */
  statBytes: [3, readOnly(u64)],
  /** Total packets enqueued. */
  statPackets: [4, readOnly(u32)],
  /** Bytes in the queue. */
  statBacklog: [5, readOnly(u32)],
  /** Packets dropped by probability. */
  statProbDrop: [6, readOnly(u32)],
  /** Packets marked by probability. */
  statProbMark: [7, readOnly(u32)],
  /** Packets dropped above `qthMax`. */
  statForcedDrop: [8, readOnly(u32)],
  /** Packets marked above `qthMax`. */
  statForcedMark: [9, readOnly(u32)],
  /** Packets dropped because the queue was full. */
  statPdrop: [10, readOnly(u32)],
  /** Not used since 6.4. */
  statOther: [11, readOnly(u32)],
  /** Congestion signalling; {@link redFlags} lists the names. */
  flags: [12, u32],
});
/** Virtual queue of `gred` with 64-bit counters; since 5.1. */
export interface GredVqEntry extends Infer<typeof gredVqEntryAttributes> {}

/** Virtual queues of `gred` (`TCA_GRED_VQ_*`). */
export const gredVqListAttributes = attributes("tca-gred-vq-list-attrs", "TCA_GRED_VQ_", {
  /** Queues. */
  entry: [1, repeated(nest<GredVqEntry>(gredVqEntryAttributes))],
});
/** Virtual queues of `gred`. */
export interface GredVqList extends Infer<typeof gredVqListAttributes> {}

/** Settings of `gred`, several `red` queues in one (`TCA_GRED_*`). */
export const gredAttributes = attributes("gred-attrs", "TCA_GRED_", {
  /** One queue in a request, all sixteen in a reply. */
  parms: [1, packed(nest<GredQopt>(gredQopt))],
  /** Decay table of the average while the queue is idle; write-only; computed for packets of 1000 bytes by default. */
  stab: [2, bytes(256)],
  /** Number of queues; the only member of the first request. */
  dps: [3, nest<GredSopt>(gredSopt)],
  /** Probability of each queue at `qthMax`, as a fraction of 2^32; a single one in a request, 0.02 by default. */
  maxP: [4, packed(u32)],
  /** Maximum total queue length, in bytes. */
  limit: [5, u32],
  /** Queues with 64-bit counters; since 5.1. */
  vqList: [6, nest<GredVqList>(gredVqListAttributes)],
});
/** Settings of `gred`, several `red` queues in one. */
export interface Gred extends Infer<typeof gredAttributes> {}

/** Fills in the members of a request's queue that tc would compute. */
function fill(given: Input<Gred>): Input<Gred> {
  const [queue] = given.parms ?? [];
  if (queue?.limit === undefined) return given;
  const { maxP: [maxP = MAX_P] = [] } = given;
  const thresholds = redThresholds(queue, maxP);
  const { stab = redDamping(thresholds.wlog, AVERAGE_PACKET, LINK_RATE).stab } = given;
  return { ...given, parms: [thresholds], stab, maxP: [maxP] };
}

const layout = nest<Gred>(gredAttributes);

/** Layout of {@link Gred}; `change$` completes a queue from the current one of the same number. */
export const gredQdisc = withDefaults(
  refine(layout, {
    lacks: () => [],
    complete(value, current) {
      const currentQueue = (dp: number) => current?.parms?.find((queue) => queue.dp === dp);
      const all = layout.complete!(value, current);
      return value.parms === undefined
        ? all
        : { ...all, parms: value.parms.map((queue) => ({ ...currentQueue(queue.dp), ...queue })) };
    },
  }),
  fill,
);

/** Splits the settings into requests: the kernel takes the queues one by one, after the rest. */
export function gredSteps({ parms = [], stab, maxP, vqList, ...rest }: Input<Gred>): Input<Gred>[] {
  const queues = parms.filter(({ dp = 0 }) => dp < (rest.dps?.dps ?? 0));
  const common = redFlags.normalize!(rest.dps?.flags ?? 0);
  const others = (vqList?.entry ?? []).filter(({ flags }) => flags !== common);
  const steps = queues.map((queue, i) => ({
    parms: [queue],
    ...(stab !== undefined && { stab }),
    ...(maxP !== undefined && { maxP: [maxP[maxP.length > queues.length ? queue.dp! : i]!] }),
    ...(i === queues.length - 1 && others.length > 0 && { vqList: { entry: others } }),
  }));
  return [rest, ...steps];
}
