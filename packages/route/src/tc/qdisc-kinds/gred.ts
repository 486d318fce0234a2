import {
  attributes,
  bytes,
  type Infer,
  nest,
  packed,
  pad,
  padding,
  readOnly,
  repeated,
  required,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core";
import { filled, type Given } from "../request.js";
import { AVERAGE_PACKET, LINK_RATE, MAX_P, redDamping, redThresholds } from "../values/red-parameters.js";
import { redFlags } from "../values/red-qopt.js";

/** Virtual queues of `gred` (`struct tc_gred_sopt`). */
export const gredSopt = struct("tc_gred_sopt", {
  /** How many there are, up to 16. */
  dps: required(u32),
  /** That for packets of no other. */
  defDp: required(u32),
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
  limit: required(u32),
  /** Mean queue from which packets are dropped, in bytes; a third of `qthMax` by default. */
  qthMin: u32,
  /** Mean queue from which all are; a fourth of `limit` by default. */
  qthMax: u32,
  /** Its number. */
  dp: required(u32),
  /** Bytes queued now; read-only. */
  backlog: readOnly(u32),
  /** Mean queue, in bytes; read-only. */
  qave: readOnly(u32),
  /** Packets dropped above `qthMax`; read-only. */
  forced: readOnly(u32),
  /** Packets dropped early; read-only. */
  early: readOnly(u32),
  /** Not used since 6.4. */
  other: readOnly(u32),
  /** Packets dropped since the queue was full; read-only. */
  pdrop: readOnly(u32),
  /** Weight of the newest value in the mean, as -log2; computed where absent, as for `red`. */
  wlog: u8,
  /** Probability at `qthMax` over the distance of the thresholds, as -log2, likewise. */
  plog: u8,
  /** Step of `stab`, as log2 of ticks, likewise. */
  scellLog: u8,
  /** Priority, 1 to 255; the lowest first. 0 in a request is that of the default queue, or 8. */
  prio: u8,
  /** Packets queued in all; read-only. */
  packets: readOnly(u32),
  /** Bytes queued in all; read-only. */
  bytesin: readOnly(u32),
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
  statBytes: [3, readOnly(u64)],
  /** Packets queued in all. */
  statPackets: [4, readOnly(u32)],
  /** Bytes queued now. */
  statBacklog: [5, readOnly(u32)],
  /** Packets dropped at random. */
  statProbDrop: [6, readOnly(u32)],
  /** Packets marked at random. */
  statProbMark: [7, readOnly(u32)],
  /** Packets dropped above `qthMax`. */
  statForcedDrop: [8, readOnly(u32)],
  /** Packets marked above `qthMax`. */
  statForcedMark: [9, readOnly(u32)],
  /** Packets dropped since the queue was full. */
  statPdrop: [10, readOnly(u32)],
  /** Not used since 6.4. */
  statOther: [11, readOnly(u32)],
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
  /** How the mean falls while nothing is queued; write-only. That of packets of 1000 bytes by default. */
  stab: [2, bytes(256)],
  /** How many queues there are; the first request has just this. */
  dps: [3, nest<GredSopt>(gredSopt)],
  /** Probability of each at `qthMax`, of 2^32; a single one in a request, 0.02 of it by default. */
  maxP: [4, packed(u32)],
  /** Longest queue of all, in bytes. */
  limit: [5, u32],
  /** The queues with 64-bit counters; since 5.1. */
  vqList: [6, nest<GredVqList>(gredVqListAttributes)],
});
/** Settings of `gred`, several `red` in one queue. */
export interface Gred extends Infer<typeof gredAttributes> {}

/** The queue of a request, with what tc computes. */
function fill(given: Given<Gred>): Given<Gred> {
  const [queue] = given.parms ?? [];
  if (queue?.limit === undefined) return given;
  const { maxP: [maxP = MAX_P] = [] } = given;
  const thresholds = redThresholds(queue, maxP);
  const { stab = redDamping(thresholds.wlog, AVERAGE_PACKET, LINK_RATE).stab } = given;
  return { ...given, parms: [thresholds], stab, maxP: [maxP] };
}

const layout = nest<Gred>(gredAttributes);

/** Settings of `gred`; `change$` fills a queue in with what there is of the same number. */
export const gredQdisc = filled(
  {
    ...layout,
    lacks: () => [],
    complete(value, current) {
      const there = (dp: number) => current?.parms?.find((queue) => queue.dp === dp);
      const all = layout.complete!(value, current);
      return value.parms === undefined
        ? all
        : { ...all, parms: value.parms.map((queue) => ({ ...there(queue.dp), ...queue })) };
    },
  },
  fill,
);

/** The requests that make a qdisc with queues: the kernel takes these one by one, after the rest. */
export function gredSteps({ parms = [], stab, maxP, vqList, ...rest }: Given<Gred>): Given<Gred>[] {
  const queues = parms.filter(({ dp = 0 }) => dp < (rest.dps?.dps ?? 0));
  const common = redFlags.settle!(rest.dps?.flags ?? 0);
  const others = (vqList?.entry ?? []).filter(({ flags }) => flags !== common);
  const steps = queues.map((queue, i) => ({
    parms: [queue],
    ...(stab !== undefined && { stab }),
    ...(maxP !== undefined && { maxP: [maxP[maxP.length > queues.length ? queue.dp! : i]!] }),
    ...(i === queues.length - 1 && others.length > 0 && { vqList: { entry: others } }),
  }));
  return [rest, ...steps];
}
