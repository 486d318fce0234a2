/**
 * A failure that can be injected:
 *
 * - `"overrun"`: the receive queue of a socket overflows (`ENOBUFS`). A notification is lost, and all others until the
 *   queue is empty; of a dump, one part is lost.
 * - `"lostAck"`: the request is carried out, but its reply is lost because the receive queue overflows.
 * - `"dumpInterrupted"`: the dump is flagged as interrupted by a change (`NLM_F_DUMP_INTR`).
 * - `"busy"`: the kernel rejects the request with `EBUSY`.
 * - `"truncated"`: the datagram ends early.
 * - `"reorder"`: other sockets receive first in this turn.
 * - `"delay"`: the socket receives nothing for some turns.
 * - `"death"`: the socket ends with an error.
 */
export type Fault =
  | "overrun"
  | "lostAck"
  | "dumpInterrupted"
  | "busy"
  | "truncated"
  | "reorder"
  | "delay"
  | "death";

/** An event that a fault can hit. */
export interface Occasion {
  /** A request for one object or a change, a request for a dump, or a notification to one socket. */
  readonly on: "request" | "dump" | "notification";
  /** Name of the object: `"link"`. */
  readonly object: string;
}

/** Chooses the fault for an occasion; `undefined` for none. */
export type FaultSource = (occasion: Occasion) => Fault | undefined;

/** A fault at one specific occasion. */
export interface FaultRule extends Partial<Occasion> {
  /** The fault to inject. */
  readonly fault: Fault;
  /** Number of the matching occasion it hits, from 1; the first by default. */
  readonly nth?: number;
}

/** Faults that may be drawn at random for each kind of occasion; single requests never draw `EBUSY`. */
const POSSIBLE: Readonly<Record<Occasion["on"], readonly Fault[]>> = {
  request: ["lostAck", "truncated", "reorder", "delay", "death"],
  dump: ["overrun", "dumpInterrupted", "busy", "truncated", "reorder", "delay", "death"],
  notification: ["overrun", "truncated", "reorder", "delay", "death"],
};

/** Makes a source of scripted faults; each rule applies once. */
export function scriptedFaults(rules: readonly FaultRule[]): FaultSource {
  const counts = rules.map(() => 0);
  return (occasion) => {
    const due = rules.filter(({ on = occasion.on, object = occasion.object, nth = 1 }, i) => {
      if (on !== occasion.on || object !== occasion.object) return false;
      counts[i] = (counts[i] ?? 0) + 1;
      return counts[i] === nth;
    });
    return due[0]?.fault;
  };
}

/** Faults that the library recovers from without the caller's help. */
const RECOVERABLE: readonly Fault[] = ["overrun", "dumpInterrupted", "busy", "reorder", "delay"];

/** Returns a generator of numbers from 0 to 1 that a seed determines (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Makes a source of random faults: the same for the same seed and sequence of events.
 *
 * @param rate - Probability of a fault at each occasion, 0 to 1.
 * @param among - Faults to choose from; by default those that the library recovers from on its own when they hit a dump
 * or a notification.
 */
export function randomFaults(seed: number, rate: number, among: readonly Fault[] = RECOVERABLE): FaultSource {
  const random = randomNumbers(seed);
  return ({ on }) => {
    if (random() >= rate) return undefined;
    const possible = among.filter((fault) => POSSIBLE[on].includes(fault));
    return possible[Math.floor(random() * possible.length)];
  };
}
