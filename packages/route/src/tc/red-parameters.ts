import { PSCHED, type Psched, xmitTime } from "./units.js";

//  red and its kin keep the mean of the queue with few bits: its weight and the probability are powers of two, and
//  256 bytes say by how much the mean is shifted right after an idle time.

/** Sizes are in the unit of the thresholds: bytes, or packets for `choke`, whose mean packet is 1. */
export interface RedSizes {
  /** Mean queue from which packets are signalled. */
  readonly qthMin: number;
  /** Mean queue from which all are. */
  readonly qthMax: number;
  /** Packets that may come at once. */
  readonly burst: number;
  /** Mean size of a packet. */
  readonly averagePacket: number;
}

/** Weight of the newest value in the mean, as -log2: `wlog`; `undefined` where the burst is too small. */
export function redWeight({ qthMin, burst, averagePacket }: RedSizes): number | undefined {
  const room = burst + 1 - qthMin / averagePacket;
  if (room < 1) return undefined;
  for (let log = 1, weight = 0.5; log < 32; log++, weight /= 2)
    if (room <= (1 - (1 - weight) ** burst) / weight) return log;
  return undefined;
}

/** Probability (0 to 1) at `qthMax` over the distance of the thresholds, as -log2: `plog`. */
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

/** What {@link redDamping} makes. */
export interface RedDamping {
  /** Step of the table, as log2 of ticks: `scellLog`. */
  readonly scellLog: number;
  /** The table: `stab`. */
  readonly stab: Uint8Array;
}

/** How the mean falls while nothing is queued, at `rate` bytes/s. */
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
