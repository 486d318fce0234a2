// Tables that tc (iproute2 6.1) computes, compared with its requests byte by byte.
import { endianness } from "node:os";
import { decodeMessage, golden, layoutsOf } from "@rxnetlink/testing/golden";
import { describe, expect, it } from "vitest";
import type { Action } from "#src/tc/action/act.js";
import { actionObject } from "#src/tc/action/action.js";
import { policeOf } from "#src/tc/action/kinds/police.js";
import { classObject } from "#src/tc/class/class.js";
import type { TcClass } from "#src/tc/class/layout.js";
import { htbClassOf } from "#src/tc/qdisc/kinds/htb.js";
import { tbfOf } from "#src/tc/qdisc/kinds/tbf.js";
import type { Qdisc } from "#src/tc/qdisc/layout.js";
import { qdiscObject } from "#src/tc/qdisc/qdisc.js";
import { cellLogOf, rateTable } from "#src/tc/values/rate-table.js";
import { chokeOf, redOf } from "#src/tc/values/red-parameters.js";
import { stabOf } from "#src/tc/values/stab.js";

const files = new Map(
  golden(new URL("../../../../test/golden/", import.meta.url)).map((file) => [file.name, file]),
);
const layoutOf = layoutsOf(qdiscObject, classObject, actionObject);

function sent<T extends object>(name: string): T {
  return decodeMessage(files.get(`tc-request-${name}`)!.bytes, layoutOf).value as T;
}
const htb = (name: string) => sent<TcClass>(name).options!.htb!;
const police = (name: string) => sent<Action>(name).options!.police!;

describe.skipIf(endianness() === "BE")("tables as tc sends them:", () => {
  const MBIT10 = 1_250_000;

  it("an htb class and its tables", () => {
    const { rtab, ctab, ...own } = htb("htb-class");
    const [rate, ceil] = [MBIT10, 2 * MBIT10];
    expect(htbClassOf({ rate, ceil, burst: 15_360, cburst: 16_384, quantum: 1600, prio: 3 })).toEqual(own);
    expect(rateTable({ rate, mtu: 1600 })).toEqual(rtab);
    expect(rateTable({ rate: ceil, mtu: 1600 })).toEqual(ctab);
  });

  it("an htb class over ATM", () => {
    const { rtab, ctab, ...own } = htb("htb-class-atm");
    const shape = { rate: 125_000, overhead: 10, linklayer: "atm", mtu: 3000 } as const;
    const { parms, ...rest } = htbClassOf({ ...shape });
    expect(rest).toEqual({});
    expect({ ...own.parms, buffer: 0, cbuffer: 0 }).toEqual({ ...parms, buffer: 0, cbuffer: 0 });
    expect(rateTable(shape)).toEqual(rtab);
    expect(rtab).toEqual(ctab);
  });

  it("rates beyond 32 bits", () => {
    const { rate64, ceil64, parms } = htb("htb-class-40gbit");
    const ours = htbClassOf({ rate: 5e9 });
    expect([ours.rate64, ours.ceil64]).toEqual([rate64, ceil64]);
    expect([ours.parms?.rate, ours.parms?.ceil]).toEqual([parms?.rate, parms?.ceil]);
  });

  it("tbf and its tables", () => {
    const { rtab, ptab, ...own } = sent<Qdisc>("tbf").options!.tbf!;
    const shape = { mtu: 2000, overhead: 4, mpu: 64 };
    const [rate, peakrate] = [125_000, 250_000];
    expect(tbfOf({ rate, peakrate, burst: 10_240, limit: 14_500, ...shape })).toEqual(own);
    expect(rateTable({ rate, ...shape })).toEqual(rtab);
    expect(rateTable({ rate: peakrate, ...shape })).toEqual(ptab);
  });

  it("policers", () => {
    const rates = { rate: 125_000, burst: 10_240, index: 4 };
    const drops = { ...rates, mtu: 1500, action: "shot", result: "pipe" } as const;
    expect(policeOf(drops)).toEqual(police("police"));
    const cells = { ...rates, peakrate: 250_000, mtu: 2000, overhead: 8, linklayer: "atm" } as const;
    expect(policeOf(cells)).toEqual(police("police-peak-atm"));
    expect(policeOf({ rate: 5e9, burst: 10 * 1024 ** 2, index: 4 })).toEqual(police("police-40gbit"));
  });

  it("red and choke", () => {
    const { flags, ...red } = sent<Qdisc>("red").options!.red!;
    const shape = { limit: 400_000, min: 30_000, max: 90_000, burst: 55, probability: 0.1 };
    const ours = redOf({ ...shape, flags: flags?.value ?? red.parms!.flags });
    expect({ ...ours, parms: { ...ours.parms, flags: red.parms!.flags } }).toEqual(red);
    const choke = { limit: 1000, min: 83, max: 250, burst: 100, flags: 1 };
    expect(chokeOf(choke)).toEqual(sent<Qdisc>("choke").options!.choke!);
  });

  it("size tables", () => {
    const { mtu, tsize } = { mtu: 9000, tsize: 128 };
    expect(stabOf({ overhead: 8, linklayer: "atm", mpu: 64 })).toEqual(sent<Qdisc>("stab-atm").stab);
    expect(stabOf({ overhead: 22, mpu: 84, mtu, tsize })).toEqual(sent<Qdisc>("stab").stab);
  });
});

it.each([
  [255, 0],
  [256, 1],
  [1500, 3],
  [2047, 3],
  [2048, 4],
  [9000, 6],
])("packets of %i bytes take cells of 2^%i", (mtu, log) => expect(cellLogOf(mtu)).toBe(log));
