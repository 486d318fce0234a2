// Settings of qdiscs with early drop as tc (iproute2 6.1) prints them in JSON.

import type { Choke } from "#src/tc/qdisc/kinds/choke.js";
import type { QdiscOptions } from "#src/tc/qdisc/kinds/formats.js";
import type { Red } from "#src/tc/qdisc/kinds/red.js";
import type { Json } from "../../../support/tc/case.js";
import { named, probability, redFlagsAsTc, yes } from "./notation.js";

export function sfqAsTc({ sfq }: QdiscOptions): Json {
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
    ...redFlagsAsTc(own.flags!),
    prob_mark: stats!.probMark,
    prob_mark_head: stats!.probMarkHead,
    prob_drop: stats!.probDrop,
    forced_mark: stats!.forcedMark,
    forced_mark_head: stats!.forcedMarkHead,
    forced_drop: stats!.forcedDrop,
  };
}

export function redAsTc({ parms, maxP }: Red | Choke, flags: number): Json {
  return {
    ...named(parms, { limit: "limit", min: "qthMin", max: "qthMax", ewma: "wlog", Scell_log: "scellLog" }),
    ...redFlagsAsTc(flags),
    probability: probability(maxP),
  };
}
