/** Numbers wrap: those further ahead lie behind. */
const HALF = 0x7fff_ffff;

/** Finds gaps in the numbers of events, of which each processor has its own. */
export class CpuGaps {
  readonly #next = new Map<number, number>();

  /** Returns how many events of a processor are missing before one that arrived. */
  arrived(cpu: number, seq: number): number {
    const missing = (seq - (this.#next.get(cpu) ?? seq)) >>> 0;
    // Older than the last: it was overtaken, and has been counted.
    if (missing > HALF) return 0;
    this.#next.set(cpu, (seq + 1) >>> 0);
    return missing;
  }
}
