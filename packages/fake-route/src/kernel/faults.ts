/**
 * What goes wrong:
 *
 * - `"overrun"`: a socket's receive queue overflows (`ENOBUFS`). A notification is lost, and those after it until the
 *   queue is empty; of a dump a part is lost.
 * - `"lostAck"`: the request is carried out, and its answer is lost as the receive queue overflows.
 * - `"dumpInterrupted"`: the dump is marked as met by a change (`NLM_F_DUMP_INTR`).
 * - `"busy"`: the kernel answers `EBUSY` and does nothing.
 * - `"truncated"`: the datagram ends early.
 * - `"reorder"`: what other sockets receive in the same turn comes first.
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

/** When a fault may happen. */
export interface Occasion {
  /** A request for one object or change, a request for a dump, or a notification that a socket is to get. */
  readonly on: "request" | "dump" | "notification";
  /** The object that it is about: `"link"`. */
  readonly object: string;
}

/** Says what goes wrong on an occasion; `undefined` is nothing. */
export type FaultSource = (occasion: Occasion) => Fault | undefined;

/** A fault at one certain moment. */
export interface FaultRule extends Partial<Occasion> {
  /** What goes wrong. */
  readonly fault: Fault;
  /** On which of the occasions that fit, from 1; the first by default. */
  readonly nth?: number;
}

/** Which faults chance may choose for an occasion: single requests are not answered with `EBUSY` by chance. */
const POSSIBLE: Readonly<Record<Occasion["on"], readonly Fault[]>> = {
  request: ["lostAck", "truncated", "reorder", "delay", "death"],
  dump: ["overrun", "dumpInterrupted", "busy", "truncated", "reorder", "delay", "death"],
  notification: ["overrun", "truncated", "reorder", "delay", "death"],
};

/** Faults by a script: each rule strikes once. */
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

/** Those of which one can recover without the caller's help. */
const PASSING: readonly Fault[] = ["overrun", "dumpInterrupted", "busy", "reorder", "delay"];

/** Numbers from 0 to 1 that a seed determines (the generator mulberry32). */
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
 * Random faults, the same for the same seed and the same course of events.
 *
 * @param rate - How likely a fault is on each occasion, 0 to 1.
 * @param among - Which faults; by default those that the library passes over by itself wherever they strike a dump or
 * a notification.
 */
export function randomFaults(seed: number, rate: number, among: readonly Fault[] = PASSING): FaultSource {
  const random = randomNumbers(seed);
  return ({ on }) => {
    if (random() >= rate) return undefined;
    const possible = among.filter((fault) => POSSIBLE[on].includes(fault));
    return possible[Math.floor(random() * possible.length)];
  };
}
