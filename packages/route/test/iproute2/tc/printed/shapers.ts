// Settings of shapers as tc (iproute2 6.1) prints them in JSON.

import type { QdiscOptions } from "#src/tc/qdisc/kinds/formats.js";
import { usOf } from "#src/tc/values/units.js";
import type { Json } from "../../../support/tc/case.js";
import { burst, clock, yes } from "./notation.js";

export function tbfAsTc({ tbf }: QdiscOptions): Json {
  const { rate, limit, buffer, mtu, peakrate } = tbf!.parms!;
  const speed = Number(tbf!.rate64 ?? rate.rate);
  const latency = (1e6 * limit) / speed - Math.trunc(usOf(buffer));
  const peak = peakrate.rate === 0 ? 0 : (1e6 * limit) / peakrate.rate - Math.trunc(usOf(mtu));
  return {
    rate: speed,
    burst: `${burst(speed, buffer)}/${1 << rate.cellLog}`,
    mpu: rate.mpu,
    mtu: peakrate.rate ? `${burst(peakrate.rate, mtu)}/${1 << peakrate.cellLog}` : undefined,
    lat: Math.trunc(Math.max(latency, peak)),
    overhead: rate.overhead || undefined,
    linklayer: rate.linklayer,
  };
}

export function cakeAsTc({ cake }: QdiscOptions): Json {
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

export function taprioAsTc({ taprio }: QdiscOptions): Json {
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
