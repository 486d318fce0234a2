// The second half of the qdiscs; see qdisc.test.table.ts.
import { NO_CHANGE, NO_SETTINGS, probability, type QdiscCase, redAsTc, yes } from "./qdisc.test.table.js";
import { redDamping } from "./red-parameters.js";

const ROOM = 1000;
/** 10 Mbit/s. */
const RATE = 1_250_000;

export const moreQdiscCases: readonly QdiscCase[] = [
  {
    kind: "red",
    command:
      "limit 400000 min 30000 max 90000 avpkt 1000 burst 55 ecn adaptive bandwidth 10Mbit probability 0.1",
    print: ({ red }) => ({
      limit: red!.parms!.limit,
      min: red!.parms!.qthMin,
      max: red!.parms!.qthMax,
      ...redAsTc(red!.flags!.value),
      ewma: red!.parms!.wlog,
      probability: probability(red!.maxP),
      Scell_log: red!.parms!.scellLog,
    }),
    request: ({ red }) => ({ red: { ...red, stab: redDamping(red!.parms!.wlog, ROOM, RATE).stab } }),
  },
  {
    kind: "choke",
    command: "limit 1000 bandwidth 10mbit min 83 max 250 burst 100 ecn",
    print: ({ choke }) => ({
      limit: choke!.parms!.limit,
      min: choke!.parms!.qthMin,
      max: choke!.parms!.qthMax,
      ...redAsTc(choke!.parms!.flags),
      ewma: choke!.parms!.wlog,
      probability: probability(choke!.maxP),
      Scell_log: choke!.parms!.scellLog,
    }),
    request: ({ choke }) => ({
      choke: { ...choke, stab: redDamping(choke!.parms!.wlog, ROOM, RATE).stab },
    }),
  },
  {
    kind: "gred",
    command: "setup vqs 3 default 2 grio limit 60000",
    once: "its queues are set one by one",
    fixed: NO_CHANGE,
    print: ({ gred }) => ({
      dp_cnt: gred!.dps!.dps,
      dp_default: gred!.dps!.defDp,
      grio: yes(gred!.dps!.grio),
      limit: gred!.limit,
      ...redAsTc(gred!.dps!.flags),
      vqs: [],
    }),
  },
  {
    kind: "pie",
    command: "limit 100 target 20ms tupdate 30ms alpha 3 beta 21 ecn bytemode dq_rate_estimator",
    print: ({ pie }) => ({
      limit: pie!.limit,
      target: pie!.target,
      tupdate: pie!.tupdate,
      alpha: pie!.alpha,
      beta: pie!.beta,
      ecn: yes(pie!.ecn),
      bytemode: yes(pie!.bytemode),
      dq_rate_estimator: yes(pie!.dqRateEstimator),
    }),
  },
  {
    kind: "fq_pie",
    command: `limit 1000 flows 64 target 20ms tupdate 30ms alpha 3 beta 21 quantum 300
      memory_limit 1000000 ecn_prob 20 ecn bytemode`,
    fixed: "the number of flows stays",
    print: ({ fq_pie: pie }) => ({
      limit: pie!.limit,
      flows: pie!.flows,
      target: pie!.target,
      tupdate: pie!.tupdate,
      alpha: pie!.alpha,
      beta: pie!.beta,
      quantum: pie!.quantum,
      memory_limit: pie!.memoryLimit,
      ecn_prob: pie!.ecnProb,
      ecn: yes(pie!.ecn),
      bytemode: yes(pie!.bytemode),
    }),
  },
  {
    kind: "hhf",
    command: "limit 100 quantum 300 hh_limit 99 reset_timeout 40ms admit_bytes 100000 evict_timeout 1s",
    print: ({ hhf }) => ({
      limit: hhf!.backlogLimit,
      quantum: hhf!.quantum,
      hh_limit: hhf!.hhFlowsLimit,
      reset_timeout: hhf!.resetTimeout,
      admit_bytes: hhf!.admitBytes,
      evict_timeout: hhf!.evictTimeout,
      non_hh_weight: hhf!.nonHhWeight,
    }),
  },
  {
    kind: "etf",
    command: "clockid CLOCK_TAI delta 100000 deadline_mode skip_sock_check",
    fixed: NO_CHANGE,
    print: ({ etf }) => ({
      clockid: etf!.parms!.clockid === 11 ? "TAI" : etf!.parms!.clockid,
      delta: etf!.parms!.delta,
      offload: etf!.parms!.flags & 2 ? "on" : "off",
      deadline_mode: etf!.parms!.flags & 1 ? "on" : "off",
      skip_sock_check: etf!.parms!.flags & 4 ? "on" : "off",
    }),
  },
  { kind: "skbprio", command: "limit 33", print: ({ skbprio }) => ({ limit: skbprio!.limit }) },
  {
    kind: "cbs",
    command: "hicredit 30 locredit -1470 sendslope -980000 idleslope 20000 offload 0",
    print: ({ cbs }) => ({
      hicredit: cbs!.parms!.hicredit,
      locredit: cbs!.parms!.locredit,
      sendslope: cbs!.parms!.sendslope,
      idleslope: cbs!.parms!.idleslope,
      offload: cbs!.parms!.offload,
    }),
  },
  { kind: "plug", command: "limit 5000", once: "the kernel tells nothing of it", fixed: NO_CHANGE },
  { kind: "multiq", command: "" },
  ...(["drr", "qfq", "mq", "noqueue"] as const).map(
    (kind): QdiscCase => ({ kind, command: "", print: () => ({}), fixed: NO_SETTINGS }),
  ),
];
