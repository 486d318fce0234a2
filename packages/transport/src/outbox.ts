import type { MessagePort } from "node:worker_threads";
import type { LaneClient } from "./express-lane.js";
import { Numbers } from "./numbers.js";
import { CONTROL, type Command } from "./protocol.js";

/** What a command consists of besides its name and ticket. */
export type CommandOf<Op extends Command["op"]> = Omit<Extract<Command, { op: Op }>, "op" | "ticket">;

/** What an {@link Outbox} sends by. */
export interface Ways {
  readonly port: MessagePort;
  readonly control: Int32Array;
  readonly lane: LaneClient;
  /** Whether to spin for answers in the lane. */
  readonly spins: boolean;
  /** Whether this turn of the event loop has time to wait for an answer. */
  hasTime(): boolean;
  /** Wakes the pump, which sleeps. */
  wake(): void;
  /** Takes the answer that came by the lane, a slab. */
  answered(slab: Uint8Array): void;
}

/** Commands on their way to a pump: those of one turn leave together. */
export class Outbox {
  readonly #ways: Ways;
  readonly #tickets = new Numbers();
  #commands: Command[] = [];
  #transfer: ArrayBuffer[] = [];
  #closed = false;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  /** Adds a command, and a buffer that it gives away; returns its ticket. */
  tell<Op extends Command["op"]>(op: Op, command: CommandOf<Op>, given?: ArrayBufferLike): number {
    const ticket = this.#tickets.next();
    if (this.#commands.length === 0) queueMicrotask(() => this.#send());
    this.#commands.push({ op, ticket, ...command } as unknown as Command);
    if (given !== undefined) this.#transfer.push(given as ArrayBuffer);
    return ticket;
  }

  /** Gives a slab back at once: while it is on its way, less can be read. */
  giveBack(buffer: ArrayBuffer): void {
    if (!this.#closed) this.#post([{ op: "returnSlab", ticket: 0, buffer }], [buffer]);
  }

  /** Wakes the pump, where it sleeps. */
  wake(): void {
    if (!this.#closed && Atomics.exchange(this.#ways.control, CONTROL.asleep, 0) === 1) this.#ways.wake();
  }

  /** Nothing leaves any more. */
  close(): void {
    this.#closed = true;
  }

  #send(): void {
    const [commands, transfer] = [this.#commands, this.#transfer];
    this.#commands = [];
    this.#transfer = [];
    if (this.#closed || this.#sentByLane(commands)) return;
    this.#post(commands, transfer);
  }

  #post(commands: Command[], transfer: ArrayBuffer[]): void {
    this.#ways.port.postMessage(commands, transfer);
    Atomics.add(this.#ways.control, CONTROL.posted, 1);
    this.wake();
  }

  /** A lone small request takes the lane, where nothing is before it; a pump that is awake answers at once. */
  #sentByLane([command, ...more]: Command[]): boolean {
    const { control, lane, spins, hasTime, answered } = this.#ways;
    const { posted, obeyed, asleep } = CONTROL;
    if (command?.op !== "send" || more.length > 0) return false;
    if (Atomics.load(control, posted) !== Atomics.load(control, obeyed)) return false;
    const awaited = spins && Atomics.load(control, asleep) === 0 && hasTime();
    if (!lane.offer(command, awaited)) return false;
    this.wake();
    if (awaited) lane.await((answer, used) => answered(answer.subarray(0, used)));
    return true;
  }
}
