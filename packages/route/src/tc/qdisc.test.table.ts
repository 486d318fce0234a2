// How tc (iproute2 6.1) makes each kind of qdisc and prints its settings: `tc -j -d qdisc`.
import type { Qdisc } from "./qdisc.js";
import type { QdiscOptions } from "./qdisc-kinds/index.js";
import { redFlags } from "./qdisc-kinds/red.js";
import { shareOf, usOf, xmitSize } from "./units.js";

export type Json = Record<string, unknown>;

/** One kind, as tc makes it. */
export interface QdiscCase {
  readonly kind: keyof QdiscOptions & string;
  /** What follows `tc qdisc add dev d0`. */
  readonly command: string;
  /** The settings as tc prints them; absent where tc prints no JSON for them. */
  print?(options: QdiscOptions, qdisc: Qdisc): Json;
  /** What a request needs that the kernel does not tell. */
  request?(options: QdiscOptions): QdiscOptions;
  /** Why it cannot be made again of what was read. */
  readonly once?: string;
  /** Why it cannot be changed. */
  readonly fixed?: string;
}

/** As C prints `%g`. */
const g = (value: number) => Number(value.toPrecision(6));
const share = (value: number) => g(shareOf(value));
const yes = (value: number | undefined) => value === 1;
const sizeAsTc = (size: number) =>
  size >= 1024 && Math.round(size / 102.4) % 10 === 0
    ? `${Math.round(size / 1024)}Kb`
    : `${Math.round(size)}b`;
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

const NO_SETTINGS = "it has no settings";
const NO_CHANGE = "its kind takes no change";
const limit = (options: { limit: number } | undefined) => ({ limit: options!.limit });
const bands = (options: { bands: number; priomap: Uint8Array } | undefined) => ({
  bands: options!.bands,
  priomap: [...options!.priomap],
  multiqueue: false,
});

function tbfAsTc({ tbf }: QdiscOptions): Json {
  const { rate, limit: most, buffer, mtu, peakrate } = tbf!.parms!;
  const late = (1e6 * most) / rate.rate - usOf(buffer);
  const peak = peakrate.rate === 0 ? 0 : (1e6 * most) / peakrate.rate - usOf(mtu);
  return {
    rate: rate.rate,
    burst: `${sizeAsTc(xmitSize(rate.rate, buffer))}/${1 << rate.cellLog}`,
    mpu: rate.mpu,
    mtu: peakrate.rate ? `${sizeAsTc(xmitSize(peakrate.rate, mtu))}/${1 << peakrate.cellLog}` : undefined,
    lat: Math.trunc(Math.max(late, peak)),
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
  const names: Json = { dualSrc: "dual-srchost", dualDst: "dual-dsthost", triple: "triple-isolate" };
  const ack: Json = { none: "disabled", filter: "enabled", aggressive: "aggressive" };
  return {
    bandwidth: Number(cake!.baseRate64),
    diffserv: cake!.diffservMode,
    flowmode: names[cake!.flowMode!] ?? cake!.flowMode,
    nat: yes(cake!.nat),
    wash: yes(cake!.wash),
    ingress: yes(cake!.ingress),
    "ack-filter": ack[cake!.ackFilter!],
    split_gso: yes(cake!.splitGso),
    rtt: cake!.rtt,
    raw: cake!.raw !== undefined,
    atm: cake!.atm === "none" ? "noatm" : cake!.atm,
    overhead: cake!.overhead,
    mpu: cake!.mpu,
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

function fqAsTc({ fq }: QdiscOptions): Json {
  return {
    limit: fq!.plimit,
    flow_limit: fq!.flowPlimit,
    buckets: 2 ** fq!.bucketsLog!,
    orphan_mask: fq!.orphanMask,
    quantum: fq!.quantum,
    initial_quantum: fq!.initialQuantum,
    maxrate: fq!.flowMaxRate,
    low_rate_threshold: fq!.lowRateThreshold,
    refill_delay: fq!.flowRefillDelay,
    ce_threshold: fq!.ceThreshold,
    timer_slack: fq!.timerSlack,
    horizon: fq!.horizon,
    horizon_drop: null,
  };
}

export const qdiscCases: readonly QdiscCase[] = [
  { kind: "pfifo", command: "limit 77", print: ({ pfifo }) => limit(pfifo) },
  { kind: "bfifo", command: "limit 7700", print: ({ bfifo }) => limit(bfifo) },
  { kind: "pfifo_fast", command: "", print: (o) => bands(o.pfifo_fast), fixed: NO_CHANGE },
  { kind: "pfifo_head_drop", command: "limit 9", print: (o) => limit(o.pfifo_head_drop) },
  {
    kind: "htb",
    command: "default 20 r2q 5 direct_qlen 500",
    fixed: NO_CHANGE,
    print: ({ htb }) => ({
      r2q: htb!.init!.rate2quantum,
      default: `0x${htb!.init!.defcls.toString(16)}`,
      direct_packets_stat: htb!.init!.directPkts,
      ver: `${htb!.init!.version >> 16}.${htb!.init!.version & 0xffff}`,
      direct_qlen: htb!.directQlen,
    }),
    // The kernel answers with its own version, but wants that of the interface.
    request: ({ htb }) => ({ htb: { ...htb, init: { ...htb!.init!, version: 3 } } }),
  },
  { kind: "hfsc", command: "default 2" },
  {
    kind: "tbf",
    command: "rate 1mbit burst 10kb latency 50ms peakrate 2mbit mtu 2000",
    print: tbfAsTc,
  },
  {
    kind: "fq",
    command: "limit 5000 flow_limit 50 quantum 3000 maxrate 10mbit ce_threshold 5ms",
    print: fqAsTc,
  },
  {
    kind: "fq_codel",
    command: "limit 500 flows 64 target 3ms interval 50ms quantum 300 ce_threshold 9ms drop_batch 32",
    fixed: "the number of flows stays",
    print: ({ fq_codel: it }) => ({
      limit: it!.limit,
      flows: it!.flows,
      quantum: it!.quantum,
      target: it!.target,
      ce_threshold: it!.ceThreshold,
      interval: it!.interval,
      memory_limit: it!.memoryLimit,
      ecn: yes(it!.ecn),
      drop_batch: it!.dropBatchSize,
    }),
  },
  {
    kind: "codel",
    command: "limit 500 target 3ms interval 50ms ecn ce_threshold 9ms",
    print: ({ codel }) => ({
      limit: codel!.limit,
      target: codel!.target,
      ce_threshold: codel!.ceThreshold,
      interval: codel!.interval,
      ecn: yes(codel!.ecn),
    }),
  },
  {
    kind: "cake",
    command: "bandwidth 50mbit diffserv4 dual-srchost nat rtt 50ms overhead 22 mpu 84 ack-filter wash",
    print: cakeAsTc,
  },
  {
    kind: "netem",
    command: `delay 10ms 2ms 25% loss 1% duplicate 2% corrupt 0.5% reorder 3% 50% limit 500 rate 1mbit 20 100 5`,
    print: netemAsTc,
  },
  { kind: "netem", command: "loss state 1% 20% 30% 4% 5%", print: netemAsTc },
  { kind: "netem", command: "slot 1ms 2ms packets 5 bytes 900", print: netemAsTc },
  {
    kind: "prio",
    command: "bands 4 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 3",
    print: ({ prio }) => bands(prio),
  },
  {
    kind: "ets",
    command: "bands 5 strict 2 quanta 1000 2000 3000 priomap 0 1 2 3 4",
    print: ({ ets }) => ({
      bands: ets!.nbands,
      strict: ets!.nstrict,
      quanta: ets!.quanta!.quantaBand,
      priomap: ets!.priomap!.priomapBand,
    }),
  },
  {
    kind: "mqprio",
    command: "num_tc 2 map 0 0 1 1 queues 2@0 2@2 hw 0",
    fixed: NO_CHANGE,
    print: ({ mqprio: it }) => ({
      tc: it!.numTc,
      map: [...it!.prioTcMap],
      queues: Array.from({ length: it!.numTc }, (_, i) => [
        it!.offset[i],
        it!.offset[i]! + it!.count[i]! - 1,
      ]),
    }),
  },
  {
    kind: "taprio",
    command: `num_tc 2 map 0 1 queues 1@0 1@1 base-time 1000000000 sched-entry S 01 300000
      sched-entry S 02 400000 clockid CLOCK_TAI`,
    fixed: "classes and their queues stay",
    print: taprioAsTc,
  },
  {
    kind: "sfq",
    command: `limit 100 perturb 10 divisor 512 depth 60 headdrop
      redflowlimit 100000 min 8000 max 60000 probability 0.2 ecn`,
    print: sfqAsTc,
  },
  {
    kind: "sfb",
    command: "limit 100 max 50 target 30",
    print: ({ sfb }) => ({
      rehash: sfb!.parms!.rehashInterval * 1000,
      db: sfb!.parms!.warmupTime * 1000,
      limit: sfb!.parms!.limit,
      max: sfb!.parms!.max,
      target: sfb!.parms!.binSize,
      increment: g(sfb!.parms!.increment / 65535),
      decrement: g(sfb!.parms!.decrement / 65535),
      penalty_rate: sfb!.parms!.penaltyRate,
      penalty_burst: sfb!.parms!.penaltyBurst,
    }),
  },
];

export { g, NO_CHANGE, NO_SETTINGS, probability, redAsTc, yes };
