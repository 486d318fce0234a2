// Classes of each kind as tc (iproute2 6.1) creates them: what follows `tc class add dev v0 parent 1: classid 1:10`.
import type { TcClass } from "#src/tc/class/layout.js";
import { htbClassOf } from "#src/tc/qdisc/kinds/htb.js";
import { bytesPerSecond } from "#src/tc/values/units.js";
import type { Case } from "../../support/tc/case.js";

export interface ClassCase extends Case<TcClass> {
  /** Qdisc of the class. */
  readonly qdisc: string;
}

const CURVE = { m1: 125_000, d: 10_000, m2: 62_500 };
const NONE = { m1: 0, d: 0, m2: 0 };

export const classCases: readonly ClassCase[] = [
  {
    qdisc: "htb default 20",
    tc: "htb rate 10mbit ceil 20mbit burst 15k cburst 16k quantum 1600 prio 3",
    options: {
      htb: htbClassOf({
        rate: bytesPerSecond("10mbit"),
        ceil: bytesPerSecond("20mbit"),
        burst: 15 * 1024,
        cburst: 16 * 1024,
        quantum: 1600,
        prio: 3,
      }),
    },
    expected: {
      htb: {
        parms: {
          rate: { rate: 1_250_000, linklayer: "ethernet", overhead: 0 },
          ceil: { rate: 2_500_000 },
          buffer: 192_000,
          cbuffer: 102_390,
          quantum: 1600,
          level: 0,
          prio: 3,
        },
      },
    },
    change: {
      options: { htb: htbClassOf({ rate: 500_000, prio: 5 }) },
      expected: {
        htb: { parms: { rate: { rate: 500_000 }, ceil: { rate: 500_000 }, buffer: 50_000, prio: 5 } },
      },
    },
  },
  {
    qdisc: "htb",
    tc: "htb rate 40gbit ceil 80gbit",
    options: { htb: htbClassOf({ rate: 5e9, ceil: 1e10, burst: 1605, cburst: 1610 }) },
    expected: {
      htb: { rate64: 5_000_000_000n, ceil64: 10_000_000_000n, parms: { rate: { rate: 0xffff_ffff } } },
    },
  },
  {
    qdisc: "htb",
    tc: "htb rate 1mbit overhead 10 linklayer atm mtu 3000",
    options: { htb: htbClassOf({ rate: 125_000, overhead: 10, linklayer: "atm", mtu: 3000 }) },
    expected: {
      htb: { parms: { rate: { rate: 125_000, linklayer: "atm", overhead: 10 }, buffer: 375_000 } },
    },
  },
  {
    qdisc: "hfsc default 2",
    tc: "hfsc sc m1 1mbit d 10ms m2 500kbit ul m2 2mbit",
    options: { hfsc: { rsc: CURVE, fsc: CURVE, usc: { ...NONE, m2: 250_000 } } },
    expected: { hfsc: { rsc: CURVE, fsc: CURVE, usc: { m2: 250_000 } } },
    change: { options: { hfsc: { fsc: { ...NONE, m2: 1000 } } }, expected: { hfsc: { fsc: { m2: 1000 } } } },
  },
  {
    qdisc: "drr",
    tc: "drr quantum 1500",
    expected: { drr: { quantum: 1500 } },
    change: { options: { drr: { quantum: 3000 } } },
  },
  {
    qdisc: "qfq",
    tc: "qfq weight 10 maxpkt 1500",
    expected: { qfq: { weight: 10, lmax: 1500 } },
    change: { options: { qfq: { weight: 20, lmax: 1000 } } },
  },
];
