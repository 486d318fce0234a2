// How tc (iproute2 6.1) prints the settings of each kind of qdisc in JSON: `tc -j -d qdisc`.

import type { Choke } from "#src/tc/qdisc/kinds/choke.js";
import type { QdiscOptions } from "#src/tc/qdisc/kinds/formats.js";
import type { Red } from "#src/tc/qdisc/kinds/red.js";
import { redFlags } from "#src/tc/values/red-qopt.js";
import { shareOf, usOf } from "#src/tc/values/units.js";
import type { Json } from "../../support/tc/case.js";

/** As C prints `%g`. */
const g = (value: number) => Number(value.toPrecision(6));
const share = (value: number) => g(shareOf(value));
const yes = (value: number | undefined) => value === 1;
/** As iproute2's `sprint_size`: whole KiB where it is nearly that many. */
const sizeAsTc = (size: number) =>
  size >= 1024 && Math.abs(1024 * Math.round(size / 1024) - size) < 16
    ? `${Math.round(size / 1024)}Kb`
    : `${Math.trunc(size)}b`;
const redAsTc = (flags: number) => ({
  ecn: redFlags.has(flags, "ecn"),
  harddrop: redFlags.has(flags, "harddrop"),
  adaptive: redFlags.has(flags, "adaptative"),
  nodrop: redFlags.has(flags, "nodrop"),
});
const probability = (maxP: number | undefined) => g((maxP ?? 0) / 2 ** 32);
const clock = (id: number | undefined) => (id === 11 ? "TAI" : id);

/** What is present. */
function present(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

const limit = (options: { limit: number } | undefined) => ({ limit: options!.limit });

/** Members under the names that tc has for them. */
function named<T extends object>(value: T | undefined, names: Readonly<Record<string, keyof T>>): Json {
  return Object.fromEntries(Object.entries(names).map(([name, key]) => [name, value![key]]));
}
const bands = (options: { bands: number; priomap: Uint8Array } | undefined) => ({
  bands: options!.bands,
  priomap: [...options!.priomap],
  multiqueue: false,
});

/** How many bytes a time in ticks is, in whole µs as tc counts. */
const burst = (rate: number, ticks: number) => sizeAsTc(Math.trunc((rate * Math.trunc(usOf(ticks))) / 1e6));

function tbfAsTc({ tbf }: QdiscOptions): Json {
  const { rate, limit: most, buffer, mtu, peakrate } = tbf!.parms!;
  const speed = Number(tbf!.rate64 ?? rate.rate);
  const late = (1e6 * most) / speed - Math.trunc(usOf(buffer));
  const peak = peakrate.rate === 0 ? 0 : (1e6 * most) / peakrate.rate - Math.trunc(usOf(mtu));
  return {
    rate: speed,
    burst: `${burst(speed, buffer)}/${1 << rate.cellLog}`,
    mpu: rate.mpu,
    mtu: peakrate.rate ? `${burst(peakrate.rate, mtu)}/${1 << peakrate.cellLog}` : undefined,
    lat: Math.trunc(Math.max(late, peak)),
    overhead: rate.overhead || undefined,
    linklayer: rate.linklayer,
  };
}

function netemAsTc({ netem }: QdiscOptions): Json {
  const { corr, reorder, corrupt, rate, loss, slot, latency64, jitter64, ...fixed } = netem!;
  const correlation = (value: number | undefined) => share(value ?? 0);
  return present({
    limit: fixed.limit,
    delay: latency64
      ? {
          delay: Number(latency64) / 1e9,
          jitter: Number(jitter64) / 1e9,
          correlation: correlation(corr?.delayCorr),
        }
      : undefined,
    "loss-random": fixed.qoptLoss
      ? { loss: share(fixed.qoptLoss), correlation: correlation(corr?.lossCorr) }
      : undefined,
    "loss-state": loss?.gi && {
      p13: share(loss.gi.p13),
      p31: share(loss.gi.p31),
      p32: share(loss.gi.p32),
      p23: share(loss.gi.p23),
      p14: share(loss.gi.p14),
    },
    "loss-gemodel": loss?.ge && {
      p: share(loss.ge.p),
      r: share(loss.ge.r),
      "1-h": g(1 - shareOf(loss.ge.h)),
      "1-k": g(shareOf(loss.ge.k1)),
    },
    duplicate: fixed.duplicate
      ? { duplicate: share(fixed.duplicate), correlation: correlation(corr?.dupCorr) }
      : undefined,
    reorder: reorder?.probability
      ? { reorder: share(reorder.probability), correlation: share(reorder.correlation) }
      : undefined,
    corrupt: corrupt?.probability
      ? { corrupt: share(corrupt.probability), correlation: share(corrupt.correlation) }
      : undefined,
    rate: rate?.rate
      ? {
          rate: rate.rate,
          packetoverhead: rate.packetOverhead,
          cellsize: rate.cellSize,
          celloverhead: rate.cellOverhead,
        }
      : undefined,
    slot: slot && {
      "min-delay": Number(slot.minDelay) / 1e9,
      "max-delay": Number(slot.maxDelay) / 1e9,
      packets: slot.maxPackets,
      bytes: slot.maxBytes,
    },
    ecn: yes(fixed.ecn),
    gap: fixed.gap,
  });
}

function cakeAsTc({ cake }: QdiscOptions): Json {
  const names: Json = {
    dualSrc: "dual-srchost",
    dualDst: "dual-dsthost",
    triple: "triple-isolate",
    none: "flowblind",
  };
  const ack: Json = { none: "disabled", filter: "enabled", aggressive: "aggressive" };
  return {
    bandwidth: Number(cake!.baseRate64) || "unlimited",
    autorate: cake!.autorate ? "autorate-ingress" : undefined,
    diffserv: cake!.diffservMode,
    flowmode: names[cake!.flowMode!] ?? cake!.flowMode,
    nat: yes(cake!.nat),
    wash: yes(cake!.wash),
    ingress: yes(cake!.ingress),
    "ack-filter": ack[cake!.ackFilter!],
    split_gso: yes(cake!.splitGso),
    rtt: cake!.rtt,
    raw: cake!.raw !== undefined,
    atm: cake!.raw !== undefined ? undefined : cake!.atm === "none" ? "noatm" : cake!.atm,
    overhead: cake!.overhead,
    mpu: cake!.mpu || undefined,
    fwmark: String(cake!.fwmark),
  };
}

function taprioAsTc({ taprio }: QdiscOptions): Json {
  const { numTc, prioTcMap, count, offset } = taprio!.priomap!;
  return {
    tc: numTc,
    map: [...prioTcMap],
    queues: Array.from({ length: numTc }, (_, i) => ({ offset: offset[i], count: count[i] })),
    clockid: clock(taprio!.schedClockid),
    base_time: Number(taprio!.schedBaseTime),
    cycle_time: Number(taprio!.schedCycleTime),
    cycle_time_extension: Number(taprio!.schedCycleTimeExtension),
    schedule: taprio!.schedEntryList!.entry!.map(({ index, cmd, gateMask, interval }) => ({
      index,
      cmd: cmd === "setGates" ? "S" : cmd,
      gatemask: `0x${gateMask!.toString(16)}`,
      interval,
    })),
  };
}

function sfqAsTc({ sfq }: QdiscOptions): Json {
  const { v0, stats, ...own } = sfq!;
  return {
    limit: v0.limit,
    quantum: v0.quantum,
    depth: own.depth,
    headdrop: yes(own.headdrop),
    flows: v0.flows,
    divisor: v0.divisor,
    perturb: v0.perturbPeriod,
    ewma: own.wlog,
    min: own.qthMin,
    max: own.qthMax,
    probability: probability(own.maxP),
    ...redAsTc(own.flags!),
    prob_mark: stats!.probMark,
    prob_mark_head: stats!.probMarkHead,
    prob_drop: stats!.probDrop,
    forced_mark: stats!.forcedMark,
    forced_mark_head: stats!.forcedMarkHead,
    forced_drop: stats!.forcedDrop,
  };
}

function redAsTcPrints({ parms, maxP }: Red | Choke, flags: number): Json {
  return {
    ...named(parms, { limit: "limit", min: "qthMin", max: "qthMax", ewma: "wlog", Scell_log: "scellLog" }),
    ...redAsTc(flags),
    probability: probability(maxP),
  };
}

const fifos: Record<string, Printed> = Object.fromEntries(
  (["pfifo", "bfifo", "pfifo_head_drop", "skbprio"] as const).map((kind) => [kind, (o) => limit(o[kind])]),
);
const empty: Record<string, Printed> = Object.fromEntries(
  ["drr", "qfq", "mq", "noqueue"].map((kind) => [kind, () => ({})]),
);

/** What tc prints of settings. */
export type Printed = (options: QdiscOptions) => Json;

/** By kind; tc prints no JSON for the others. */
export const printedQdiscs: Readonly<Record<string, Printed>> = {
  ...fifos,
  ...empty,
  pfifo_fast: (o) => bands(o.pfifo_fast),
  prio: (o) => bands(o.prio),
  tbf: tbfAsTc,
  netem: netemAsTc,
  cake: cakeAsTc,
  sfq: sfqAsTc,
  red: ({ red }) => redAsTcPrints(red!, red!.flags!.value),
  choke: ({ choke }) => redAsTcPrints(choke!, choke!.parms!.flags),
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
    // tc fills them in where the kernel says anything beside the fixed part: since 6.4, the traffic classes.
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
