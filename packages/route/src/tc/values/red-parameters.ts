import { EncodeError } from "@rxnetlink/core";
import { aNumber, checkOptions, type OptionChecks } from "@rxnetlink/core/internal";
import type { Input } from "../request.js";
import type { RedQopt } from "./red-qopt.js";
import { PSCHED, type Psched, xmitTime } from "./units.js";

// red and similar qdiscs keep the average queue length in few bits: its weight and the probability are powers of two,
// and a table of 256 bytes holds the shifts by which the average decays during idle time.

/** Default average packet size, in bytes. */
export const AVERAGE_PACKET = 1000;
/** Default rate of the link, in bytes/s. */
export const LINK_RATE = 1_250_000;
/** Default probability at the upper threshold, as a fraction of 2^32. */
export const MAX_P = Math.trunc(0.02 * 2 ** 32);

/** Sizes from which parameters of `red` are computed, in bytes. */
export interface RedSizes {
  /** Average queue length above which packets are signalled. */
  readonly qthMin: number;
  /** Average queue length above which all packets are signalled. */
  readonly qthMax: number;
  /** Burst, in packets. */
  readonly burst: number;
  /** Average packet size. */
  readonly averagePacket: number;
}

/**
 * Returns the weight of the latest queue length in the average, as -log2 (`wlog`), or `undefined` if the burst is too
 * small.
 */
export function redWeight({ qthMin, burst, averagePacket }: RedSizes): number | undefined {
  const room = burst + 1 - qthMin / averagePacket;
  if (room < 1) return undefined;
  for (let log = 1, weight = 0.5; log < 32; log++, weight /= 2)
    if (room <= (1 - (1 - weight) ** burst) / weight) return log;
  return undefined;
}

/** Returns the probability (0 to 1) at `qthMax` over the distance between the thresholds, as -log2 (`plog`). */
export function redProbability({ qthMin, qthMax }: RedSizes, probability: number): number | undefined {
  const distance = qthMax - qthMin;
  if (distance < 0) return undefined;
  if (distance === 0) return 0;
  let share = probability / distance;
  for (let log = 0; log < 32; log++) {
    if (share > 1) return log;
    share *= 2;
  }
  return undefined;
}

/** Result of {@link redDamping}. */
export interface RedDamping {
  /** Step of the table, as log2 of ticks: `scellLog`. */
  readonly scellLog: number;
  /** Decay table: `stab`. */
  readonly stab: Uint8Array;
}

/** Returns the decay of the average while the queue is idle, on a link of `rate` bytes/s. */
export function redDamping(
  wlog: number,
  averagePacket: number,
  rate: number,
  psched: Psched = PSCHED,
): RedDamping {
  const decay = -Math.log(1 - 1 / (1 << wlog)) / xmitTime(rate, averagePacket, psched);
  const longest = 31 / decay;
  let scellLog = 0;
  while (scellLog < 31 && longest / 2 ** scellLog >= 512) scellLog++;
  const stab = Uint8Array.from({ length: 256 }, (_, i) =>
    Math.min(31, Math.trunc(i * 2 ** scellLog * decay)),
  );
  stab[255] = 31;
  return { scellLog, stab };
}

/** Options of {@link redOf}. */
export interface RedShape {
  /** Maximum queue length, in bytes; in packets for `choke`. */
  readonly limit: number;
  /** Average queue length above which packets are signalled, likewise. */
  readonly min: number;
  /** Average queue length above which all packets are signalled, likewise. */
  readonly max: number;
  /** Burst, in packets. */
  readonly burst: number;
  /** Average packet size, in bytes; 1000 when absent. */
  readonly averagePacket?: number;
  /** Probability at `max`, 0 to 1; 0.02 when absent. */
  readonly probability?: number;
  /** Rate of the link, in bytes/s, by which the average decays while idle; 10 Mbit/s when absent. */
  readonly rate?: number;
  /** Congestion signalling, see {@link redFlags}. */
  readonly flags?: number;
}

const RED_SHAPE: OptionChecks<RedShape> = {
  limit: aNumber,
  min: aNumber,
  max: aNumber,
  burst: aNumber,
  averagePacket: aNumber,
  probability: aNumber,
  rate: aNumber,
  flags: aNumber,
};

/** Result of {@link redOf}: settings shared by `red` and `choke`. */
export interface RedParameters {
  /** Thresholds. */
  readonly parms: RedQopt;
  /** Decay table of the average. */
  readonly stab: Uint8Array;
  /** Probability at `qthMax`, as a fraction of 2^32. */
  readonly maxP: number;
}

/**
 * Returns the settings of random early detection from plain numbers: `red limit 400000 min 30000 max 90000 avpkt 1000
 * burst 55`.
 *
 * @example
 * { red: redOf({ limit: 400_000, min: 30_000, max: 90_000, burst: 55, flags: redFlags.of("ecn") }) }
 *
 * @throws EncodeError if the burst is too small for `min`, or `max` is below it.
 */
export function redOf(shape: RedShape, inPackets = false): RedParameters {
  checkOptions("redOf", shape, RED_SHAPE);
  const {
    limit,
    min,
    max,
    burst,
    averagePacket = AVERAGE_PACKET,
    probability = 0.02,
    rate = LINK_RATE,
    flags = 0,
  } = shape;
  const unit = inPackets ? averagePacket : 1;
  const sizes = { qthMin: min * unit, qthMax: max * unit, burst, averagePacket };
  const wlog = redWeight(sizes);
  const plog = redProbability(sizes, probability);
  if (wlog === undefined) throw new EncodeError(`a burst of ${burst} is too small for min ${min}`);
  if (plog === undefined) throw new EncodeError(`max ${max} is below min ${min}`);
  const { scellLog, stab } = redDamping(wlog, averagePacket, rate);
  return {
    parms: { limit, qthMin: min, qthMax: max, wlog, plog, scellLog, flags },
    stab,
    maxP: Math.trunc(probability * 2 ** 32),
  };
}

/** Thresholds and the members derived from them. */
type Thresholds = Pick<RedQopt, "limit" | "qthMin" | "qthMax" | "wlog" | "plog" | "scellLog">;

/** Fills in absent thresholds as tc does: the upper one is a fourth of the limit, the lower one a third of that. */
export function redThresholds<P extends Input<Thresholds>>(
  given: P,
  maxP = MAX_P,
  inPackets = false,
): P & Thresholds {
  const { limit = 0, qthMax = Math.trunc(limit / 4), qthMin = Math.trunc(qthMax / 3) } = given;
  const unit = inPackets ? AVERAGE_PACKET : 1;
  const sizes = {
    ...{ qthMin: qthMin * unit, qthMax: qthMax * unit, averagePacket: AVERAGE_PACKET },
    burst: Math.trunc((2 * qthMin + qthMax) / (3 * (AVERAGE_PACKET / unit))),
  };
  const wlog = given.wlog ?? redWeight(sizes);
  const plog = given.plog ?? redProbability(sizes, maxP / 2 ** 32);
  if (wlog === undefined) throw new EncodeError(`limit ${limit} is too small`).at("limit");
  if (plog === undefined) throw new EncodeError(`${qthMax} is below qthMin, ${qthMin}`).at("qthMax");
  const { scellLog = redDamping(wlog, AVERAGE_PACKET, LINK_RATE).scellLog } = given;
  return { ...given, limit, qthMin, qthMax, wlog, plog, scellLog };
}

/** Settings of `red` and similar qdiscs as a request may leave them out. */
interface RedInput {
  readonly parms?: Input<RedQopt> | undefined;
  readonly stab?: Uint8Array | undefined;
  readonly maxP?: number | undefined;
}

/**
 * Fills in the members that tc computes; an absent `stab`, which the kernel does not report, is that of packets of
 * 1000 bytes.
 */
export function withRedDefaults<R extends RedInput>({ parms, ...given }: R, inPackets = false): R {
  if (parms?.limit === undefined) return { ...given, parms: { ...parms } } as R;
  const { maxP = MAX_P } = given;
  const thresholds = redThresholds(parms, maxP, inPackets);
  const { stab = redDamping(thresholds.wlog, AVERAGE_PACKET, LINK_RATE).stab } = given;
  return { ...given, parms: thresholds, stab, maxP } as R;
}

/** Returns the settings of `choke`, whose `limit`, `min` and `max` are in packets; see {@link redOf}. */
export const chokeOf = (shape: RedShape): RedParameters => redOf(shape, true);
