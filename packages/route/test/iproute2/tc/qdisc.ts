// Qdiscs of each kind as tc (iproute2 6.1) creates them: what follows `tc qdisc add dev v0 root handle 1:`.

import { cakeFlow } from "#src/tc/qdisc/kinds/cake.js";
import { htbOf } from "#src/tc/qdisc/kinds/htb.js";
import { tbfOf } from "#src/tc/qdisc/kinds/tbf.js";
import type { Qdisc } from "#src/tc/qdisc/layout.js";
import { chokeOf, redDamping, redOf } from "#src/tc/values/red-parameters.js";
import { redFlags } from "#src/tc/values/red-qopt.js";
import { bytesPerSecond } from "#src/tc/values/units.js";
import type { Case } from "../../support/tc/case.js";

type QdiscCase = Case<Qdisc>;

const PRIOMAP = Uint8Array.of(1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
const NETEM = { latency: 0, limit: 500, qoptLoss: 0, gap: 0, duplicate: 0, jitter: 0 };
const of16 = (...numbers: number[]) => Array.from({ length: 16 }, (_, i) => numbers[i] ?? 0);
const MQPRIO = { numTc: 2, hw: 0, count: of16(2, 2), offset: of16(0, 2) };
/** Virtual queue of `gred`. */
const VQ = {
  ...{ limit: 60_000, qthMin: 15_000, qthMax: 25_000, dp: 1, wlog: 3, plog: 19, scellLog: 13, prio: 5 },
  ...{ backlog: 0, qave: 0, forced: 0, early: 0, other: 0, pdrop: 0, packets: 0, bytesin: 0 },
};

const fifoCases: readonly QdiscCase[] = [
  { tc: "pfifo limit 77", expected: { pfifo: { limit: 77 } }, change: { options: { pfifo: { limit: 9 } } } },
  { tc: "bfifo limit 7700", change: { options: { bfifo: { limit: 900 } } } },
  { tc: "pfifo_fast" },
  { tc: "pfifo_head_drop limit 9", change: { options: { pfifo_head_drop: { limit: 7 } } } },
  { tc: "skbprio limit 33", change: { options: { skbprio: { limit: 44 } } } },
  // The kernel reports no settings of it.
  { tc: "plug limit 5000", options: { plug: { action: "limit", limit: 5000 } } },
  { tc: "multiq", expected: { multiq: { bands: 4, maxBands: 4 } } },
  { tc: "drr" },
  { tc: "qfq" },
  { tc: "mq" },
  { tc: "noqueue" },
  {
    tc: "prio bands 4 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 3",
    expected: { prio: { bands: 4 } },
    change: { options: { prio: { bands: 3, priomap: PRIOMAP } } },
  },
  {
    tc: "ets bands 5 strict 2 quanta 1000 2000 3000 priomap 0 1 2 3 4",
    expected: { ets: { nbands: 5, nstrict: 2, quanta: { quantaBand: [1000, 2000, 3000] } } },
    change: { options: { ets: { nbands: 3, nstrict: 3 } }, expected: { ets: { nbands: 3, nstrict: 3 } } },
  },
];

const shaperCases: readonly QdiscCase[] = [
  {
    tc: "htb default 20 r2q 5 direct_qlen 500",
    options: { htb: { ...htbOf(0x20, 5), directQlen: 500 } },
    expected: { htb: { init: { rate2quantum: 5, defcls: 0x20 }, directQlen: 500 } },
  },
  { tc: "hfsc default 2", expected: { hfsc: { defcls: 2 } }, change: { options: { hfsc: { defcls: 3 } } } },
  {
    tc: "tbf rate 1mbit burst 10kb latency 50ms peakrate 2mbit mtu 2000 overhead 4 mpu 64",
    options: {
      tbf: tbfOf({
        rate: bytesPerSecond("1mbit"),
        burst: 10_240,
        limit: 14_500,
        peakrate: bytesPerSecond("2mbit"),
        mtu: 2000,
        overhead: 4,
        mpu: 64,
      }),
    },
    expected: {
      tbf: {
        parms: {
          rate: { rate: 125_000, overhead: 4 },
          peakrate: { rate: 250_000 },
          limit: 14_500,
          buffer: 1_280_500,
          mtu: 125_250,
        },
      },
    },
    change: {
      options: { tbf: tbfOf({ rate: 5e9, burst: 1e6, limit: 2e6 }) },
      expected: { tbf: { rate64: 5_000_000_000n, parms: { rate: { rate: 0xffff_ffff }, limit: 2e6 } } },
    },
  },
  {
    tc: "cbs hicredit 30 locredit -1470 sendslope -980000 idleslope 20000 offload 0",
    expected: { cbs: { parms: { hicredit: 30, locredit: -1470, sendslope: -980_000, idleslope: 20_000 } } },
  },
  {
    tc: "etf clockid CLOCK_TAI delta 100000 deadline_mode skip_sock_check",
    expected: { etf: { parms: { clockid: 11, delta: 100_000, flags: 5 } } },
  },
  // The kernel reports more of it than it accepts.
  {
    tc: `mqprio num_tc 2 map 0 0 1 1${" 0".repeat(12)} queues 2@0 2@2 hw 0`,
    options: { mqprio: { ...MQPRIO, prioTcMap: Uint8Array.from(of16(0, 0, 1, 1)) } },
    expected: { mqprio: MQPRIO },
  },
  {
    tc: `taprio num_tc 2 map 0 1 queues 1@0 1@1 base-time 1000000000 sched-entry S 01 300000
      sched-entry S 02 400000 clockid CLOCK_TAI`,
    expected: { taprio: { schedBaseTime: 1_000_000_000n, schedCycleTime: 700_000n, schedClockid: 11 } },
  },
  {
    tc: "cake bandwidth 50mbit diffserv4 dual-srchost nat rtt 50ms overhead 22 mpu 84 ack-filter wash",
    expected: {
      cake: { baseRate64: 6_250_000n, diffservMode: "diffserv4", overhead: 22, ackFilter: "filter" },
    },
    change: {
      options: { cake: { baseRate64: 1000n, flowMode: cakeFlow.values.hosts, autorate: 1, ingress: 1 } },
      expected: { cake: { baseRate64: 1000n, flowMode: "hosts", diffservMode: "diffserv4" } },
    },
  },
  { tc: "cake unlimited raw besteffort flowblind", expected: { cake: { baseRate64: 0n, flowMode: "none" } } },
];

const netemCases: readonly QdiscCase[] = [
  {
    tc: `netem delay 10ms 2ms 25% loss 1% duplicate 2% corrupt 0.5% reorder 3% 50% limit 500
      rate 1mbit 20 100 5`,
    expected: {
      netem: { limit: 500, latency64: 10_000_000n, jitter64: 2_000_000n, rate: { rate: 125_000 } },
    },
    change: { options: { netem: { ...NETEM, latency64: 1_000_000n, latency: 15_625 } } },
  },
  { tc: "netem loss state 1% 20% 30% 4% 5%", expected: { netem: { loss: { gi: {} } } } },
  { tc: "netem loss gemodel 1% 10% 70% 0.1%", expected: { netem: { loss: { ge: {} } } } },
  { tc: "netem loss 5% ecn", expected: { netem: { ecn: 1 } } },
  { tc: "netem slot 1ms 2ms packets 5 bytes 900", expected: { netem: { slot: { minDelay: 1_000_000n } } } },
  { name: "netem seed 5", since: "6.6", options: { netem: { ...NETEM, prngSeed: 5n } } },
];

const delayCases: readonly QdiscCase[] = [
  {
    tc: "fq limit 5000 flow_limit 50 quantum 3000 maxrate 10mbit ce_threshold 5ms",
    expected: {
      fq: { plimit: 5000, flowPlimit: 50, quantum: 3000, flowMaxRate: 1_250_000, ceThreshold: 5000 },
    },
    change: { options: { fq: { plimit: 6000, horizonDrop: 0, timerSlack: 9 } } },
  },
  {
    name: "fq with weights",
    since: "6.7",
    options: { fq: { priomap: { bands: 3, priomap: PRIOMAP }, weights: [600_000, 200_000, 16_384] } },
  },
  {
    name: "fq with an offload horizon",
    since: "6.14",
    options: { fq: { offloadHorizon: 0, horizon: 10_000 } },
  },
  {
    // The kernel keeps times in steps of 1024 ns; these are the ones it reports.
    tc: "fq_codel limit 500 flows 64 target 3ms interval 50ms quantum 300 ce_threshold 9ms drop_batch 32",
    expected: { fq_codel: { limit: 500, target: 2999, interval: 49_999, ceThreshold: 8999, ecn: 1 } },
    change: {
      options: { fq_codel: { limit: 600, ecn: 0 } },
    },
  },
  {
    name: "fq_codel with a selector",
    since: "5.16",
    options: { fq_codel: { ceThreshold: 1024, ceThresholdSelector: 1, ceThresholdMask: 3 } },
  },
  {
    tc: "codel limit 500 target 3ms interval 50ms ecn ce_threshold 9ms",
    expected: { codel: { limit: 500, target: 2999, ecn: 1 } },
    change: { options: { codel: { limit: 600, ecn: 0 } } },
  },
  {
    tc: "pie limit 100 target 20ms tupdate 30ms alpha 3 beta 21 ecn bytemode dq_rate_estimator",
    expected: {
      pie: { limit: 100, target: 20_000, tupdate: 32_000, alpha: 3, beta: 21, ecn: 1, bytemode: 1 },
    },
    change: { options: { pie: { limit: 200, ecn: 0 } } },
  },
  {
    tc: `fq_pie limit 1000 flows 64 target 20ms tupdate 30ms alpha 3 beta 21 quantum 300
      memory_limit 1000000 ecn_prob 20 ecn bytemode`,
    expected: { fq_pie: { limit: 1000, flows: 64, memoryLimit: 1_000_000, ecnProb: 20 } },
  },
  {
    tc: "hhf limit 100 quantum 300 hh_limit 99 reset_timeout 40ms admit_bytes 100000 evict_timeout 1s",
    expected: { hhf: { backlogLimit: 100, quantum: 300, hhFlowsLimit: 99, admitBytes: 100_000 } },
    change: { options: { hhf: { backlogLimit: 200 } } },
  },
  {
    name: "dualpi2",
    options: {
      dualpi2: { limit: 500, target: 15_000, tupdate: 16_000, coupling: 2, dropEarly: "dropDequeue" },
    },
    change: { options: { dualpi2: { limit: 600 } } },
  },
];

const earlyCases: readonly QdiscCase[] = [
  {
    tc: "red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 ecn adaptive bandwidth 10Mbit probability 0.1",
    options: {
      red: {
        ...redOf({ limit: 400_000, min: 30_000, max: 90_000, burst: 55, probability: 0.1 }),
        flags: { value: redFlags.of("ecn", "adaptative"), selector: 15 },
      },
    },
    expected: {
      red: { parms: { limit: 400_000, qthMin: 30_000, wlog: 5, plog: 20, scellLog: 15, flags: 5 } },
    },
    change: {
      options: { red: redOf({ limit: 50_000, min: 10_000, max: 20_000, burst: 20, flags: 1 }) },
      expected: { red: { parms: { limit: 50_000, flags: 1 }, flags: { value: 1 } } },
    },
  },
  {
    tc: "choke limit 1000 bandwidth 10mbit min 83 max 250 burst 100 ecn",
    options: { choke: chokeOf({ limit: 1000, min: 83, max: 250, burst: 100, flags: redFlags.of("ecn") }) },
    expected: { choke: { parms: { limit: 1000, qthMin: 83, qthMax: 250, wlog: 5, plog: 23, flags: 1 } } },
  },
  {
    tc: "gred setup vqs 3 default 2 grio limit 60000",
    options: { gred: { dps: { dps: 3, defDp: 2, grio: 1, flags: 0 }, limit: 60_000 } },
    expected: { gred: { dps: { dps: 3, defDp: 2, grio: 1 }, limit: 60_000 } },
    change: {
      options: { gred: { parms: [VQ], stab: redDamping(3, 1000, 1_250_000).stab, maxP: [0x051e_b851] } },
      expected: { gred: { vqList: { entry: [{ dp: 1, statBytes: 0n }] } } },
    },
  },
  {
    tc: `sfq limit 100 perturb 10 divisor 512 depth 60 headdrop
      redflowlimit 100000 min 8000 max 60000 probability 0.2 ecn`,
    expected: {
      sfq: { v0: { limit: 100, perturbPeriod: 10, divisor: 512 }, depth: 60, headdrop: 1, qthMin: 8000 },
    },
  },
  {
    tc: "sfb limit 100 max 50 target 30",
    expected: { sfb: { parms: { limit: 100, max: 50, binSize: 30 } } },
  },
];

export const qdiscCases = [...fifoCases, ...shaperCases, ...netemCases, ...delayCases, ...earlyCases];
