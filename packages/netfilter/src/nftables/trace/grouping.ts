import type { Verdict } from "../common/verdict.js";
import type { TraceMessage } from "./layout.js";
import type { PacketTrace, TraceStep } from "./packet.js";

/** Low byte of a verdict's number; the queue that a packet goes to is above. */
const NF_VERDICT_MASK = 0xff;
const FINAL: ReadonlySet<unknown> = new Set(["drop", "accept", "stolen", "queue", "repeat"]);

/** Returns true if a verdict ends the way of a packet through a base chain. */
function isFinal(code: Verdict["code"]): boolean {
  if (typeof code === "number") return code >= 0 && (code & NF_VERDICT_MASK) <= 5;
  return FINAL.has(code);
}

function stepOf({ type, chain = "", ruleHandle, verdict = {}, policy, mark }: TraceMessage): TraceStep {
  const common = { chain, ...(mark !== undefined && { mark }) };
  if (type === "policy") return { type, ...common, policy: policy ?? "accept" };
  if (type === "return" || ruleHandle === undefined) return { type: "return", ...common, verdict };
  return { type: "rule", ...common, handle: ruleHandle, verdict };
}

/** Returns the verdict by which a step ends the way of a packet through a base chain; `undefined` if it goes on. */
function endOf(step: TraceStep): Verdict["code"] | undefined {
  if (step.type === "policy") return step.policy;
  return step.type === "rule" && isFinal(step.verdict.code) ? step.verdict.code : undefined;
}

/** A packet in a base chain, as far as it was seen. */
interface Open {
  readonly first: TraceMessage;
  readonly steps: TraceStep[];
  /** Time of the last step. */
  at: number;
}

function packetOf({ first, steps }: Open, verdict?: Verdict["code"]): PacketTrace {
  const { type: _, verdict: _verdict, policy, ruleHandle, version, resId, unknown, ...entry } = first;
  const { id = 0, table = "", chain = "" } = entry;
  return {
    ...entry,
    type: "packet",
    id,
    table,
    chain,
    steps,
    ...(verdict !== undefined && { verdict }),
  };
}

/** Groups trace messages by packet and base chain. */
export class TraceGrouping {
  readonly #open = new Map<number, Open>();
  readonly #done: (packet: PacketTrace) => void;

  /** @param done - Called with each packet that leaves a base chain. */
  constructor(done: (packet: PacketTrace) => void) {
    this.#done = done;
  }

  /** Number of packets whose end was not seen yet. */
  get size(): number {
    return this.#open.size;
  }

  /** Takes a message that arrived at a time. */
  take(message: TraceMessage, at: number): void {
    const { id = 0 } = message;
    // The first message in a base chain has the headers; a packet whose end was lost may still be open.
    const open = message.networkHeader === undefined ? this.#open.get(id) : this.#restart(id);
    const now = open ?? { first: message, steps: [], at };
    const step = stepOf(message);
    now.steps.push(step);
    now.at = at;
    const end = endOf(step);
    if (end === undefined) {
      this.#open.set(id, now);
      return;
    }
    this.#open.delete(id);
    this.#done(packetOf(now, end));
  }

  /** Gives up packets of which nothing was seen since a time. */
  giveUp(since: number): void {
    for (const [id, open] of this.#open) if (open.at <= since) this.#restart(id);
  }

  #restart(id: number): undefined {
    const open = this.#open.get(id);
    this.#open.delete(id);
    if (open !== undefined) this.#done(packetOf(open));
  }
}
