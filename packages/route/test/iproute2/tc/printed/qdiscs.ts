// Settings of each kind of qdisc as tc (iproute2 6.1) prints them in JSON: `tc -j -d qdisc`.

import type { QdiscOptions } from "#src/tc/qdisc/kinds/formats.js";
import type { Json } from "../../../support/tc/case.js";
import { redAsTc, sfqAsTc } from "./early-drop.js";
import { netemAsTc } from "./netem.js";
import { clock, g, named, yes } from "./notation.js";
import { cakeAsTc, taprioAsTc, tbfAsTc } from "./shapers.js";

/** Returns the settings as tc prints them. */
export type Printed = (options: QdiscOptions) => Json;

const limit = (options: { limit: number } | undefined) => ({ limit: options!.limit });

const bands = (options: { bands: number; priomap: Uint8Array } | undefined) => ({
  bands: options!.bands,
  priomap: [...options!.priomap],
  multiqueue: false,
});

const fifos: Record<string, Printed> = Object.fromEntries(
  (["pfifo", "bfifo", "pfifo_head_drop", "skbprio"] as const).map((kind) => [kind, (o) => limit(o[kind])]),
);
const empty: Record<string, Printed> = Object.fromEntries(
  ["drr", "qfq", "mq", "noqueue"].map((kind) => [kind, () => ({})]),
);

/** Printed settings by kind; tc prints no JSON for the others. */
export const printedQdiscs: Readonly<Record<string, Printed>> = {
  ...fifos,
  ...empty,
  pfifo_fast: (o) => bands(o.pfifo_fast),
  prio: (o) => bands(o.prio),
  tbf: tbfAsTc,
  netem: netemAsTc,
  cake: cakeAsTc,
  sfq: sfqAsTc,
  red: ({ red }) => redAsTc(red!, red!.flags!.value),
  choke: ({ choke }) => redAsTc(choke!, choke!.parms!.flags),
  htb: ({ htb }) => ({
    r2q: htb!.init!.rate2quantum,
    default: `0x${htb!.init!.defcls.toString(16)}`,
    direct_packets_stat: htb!.init!.directPkts,
    ver: `${htb!.init!.version >> 16}.${htb!.init!.version & 0xffff}`,
    direct_qlen: htb!.directQlen,
  }),
  fq: ({ fq }) => ({
    ...named(fq, {
      limit: "plimit",
      flow_limit: "flowPlimit",
      orphan_mask: "orphanMask",
      quantum: "quantum",
      initial_quantum: "initialQuantum",
      maxrate: "flowMaxRate",
      low_rate_threshold: "lowRateThreshold",
      refill_delay: "flowRefillDelay",
      ce_threshold: "ceThreshold",
      timer_slack: "timerSlack",
      horizon: "horizon",
    }),
    buckets: 2 ** fq!.bucketsLog!,
    [fq!.horizonDrop === 0 ? "horizon_cap" : "horizon_drop"]: null,
  }),
  fq_codel: ({ fq_codel: it }) => ({
    ...named(it, {
      limit: "limit",
      flows: "flows",
      quantum: "quantum",
      target: "target",
      ce_threshold: "ceThreshold",
      interval: "interval",
      memory_limit: "memoryLimit",
      drop_batch: "dropBatchSize",
    }),
    ecn: yes(it!.ecn) || undefined,
  }),
  codel: ({ codel }) => ({
    ...named(codel, { limit: "limit", target: "target", ce_threshold: "ceThreshold", interval: "interval" }),
    ecn: yes(codel!.ecn) || undefined,
  }),
  ets: ({ ets }) => ({
    ...named(ets, { bands: "nbands", strict: "nstrict" }),
    quanta: ets!.quanta?.quantaBand,
    priomap: ets!.priomap!.priomapBand,
  }),
  mqprio: ({ mqprio: it }) => ({
    // tc fills these in when the kernel reports more than the fixed part: since 6.4, the traffic classes.
    ...(it!.tcEntry && { mode: it!.mode ?? "dcb", shaper: it!.shaper ?? "dcb" }),
    tc: it!.numTc,
    map: [...it!.prioTcMap],
    queues: Array.from({ length: it!.numTc }, (_, i) => [it!.offset[i], it!.offset[i]! + it!.count[i]! - 1]),
  }),
  taprio: taprioAsTc,
  sfb: ({ sfb }) => ({
    ...named(sfb!.parms!, {
      limit: "limit",
      max: "max",
      target: "binSize",
      penalty_rate: "penaltyRate",
      penalty_burst: "penaltyBurst",
    }),
    rehash: sfb!.parms!.rehashInterval * 1000,
    db: sfb!.parms!.warmupTime * 1000,
    increment: g(sfb!.parms!.increment / 65535),
    decrement: g(sfb!.parms!.decrement / 65535),
  }),
  pie: ({ pie }) => ({
    ...named(pie, { limit: "limit", target: "target", tupdate: "tupdate", alpha: "alpha", beta: "beta" }),
    ecn: yes(pie!.ecn) || undefined,
    bytemode: yes(pie!.bytemode),
    dq_rate_estimator: yes(pie!.dqRateEstimator),
  }),
  fq_pie: ({ fq_pie: pie }) => ({
    ...named(pie, { limit: "limit", flows: "flows", target: "target", tupdate: "tupdate" }),
    ...named(pie, { alpha: "alpha", beta: "beta", quantum: "quantum" }),
    ...named(pie, { memory_limit: "memoryLimit", ecn_prob: "ecnProb" }),
    ecn: yes(pie!.ecn) || undefined,
    bytemode: yes(pie!.bytemode),
  }),
  hhf: ({ hhf }) =>
    named(hhf, {
      limit: "backlogLimit",
      quantum: "quantum",
      hh_limit: "hhFlowsLimit",
      reset_timeout: "resetTimeout",
      admit_bytes: "admitBytes",
      evict_timeout: "evictTimeout",
      non_hh_weight: "nonHhWeight",
    }),
  etf: ({ etf }) => ({
    clockid: clock(etf!.parms!.clockid),
    delta: etf!.parms!.delta,
    offload: etf!.parms!.flags & 2 ? "on" : "off",
    deadline_mode: etf!.parms!.flags & 1 ? "on" : "off",
    skip_sock_check: etf!.parms!.flags & 4 ? "on" : "off",
  }),
  cbs: ({ cbs }) =>
    named(cbs!.parms!, {
      hicredit: "hicredit",
      locredit: "locredit",
      sendslope: "sendslope",
      idleslope: "idleslope",
      offload: "offload",
    }),
};
