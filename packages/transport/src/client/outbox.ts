import type { MessagePort } from "node:worker_threads";
import { bufferTransferred } from "@rxnetlink/core/internal";
import type { LaneClient } from "../channel/fast-path.js";
import { Numbers } from "../channel/numbers.js";
import { CONTROL, type Command } from "../channel/protocol.js";

/** What a command gives away with it. */
const givenBy = (command: Command): ArrayBuffer[] =>
  command.type === "send"
    ? [command.bytes.buffer as ArrayBuffer]
    : command.type === "returnSlab"
      ? [command.buffer]
      : [];

/** What a command consists of besides its name and ticket. */
export type CommandOf<T extends Command["type"]> = Omit<Extract<Command, { type: T }>, "type" | "ticket">;

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
  /** Gives notice of a command that cannot leave. */
  refused(command: Command, cause: unknown): void;
}

/** Commands on their way to a pump: those of one turn leave together. */
export class Outbox {
  readonly #ways: Ways;
  readonly #tickets = new Numbers();
  #commands: Command[] = [];
  #closed = false;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  /** Adds a command and returns its ticket; the buffers in it are given away. */
  post<T extends Command["type"]>(type: T, command: CommandOf<T>): number {
    const ticket = this.ticket();
    if (this.#commands.length === 0) queueMicrotask(() => this.#send());
    this.#commands.push({ type, ticket, ...command } as unknown as Command);
    return ticket;
  }

  /** Gives a slab back at once: while it is on its way, less can be read. */
  giveBack(buffer: ArrayBuffer): void {
    if (!this.#closed) this.#post([{ type: "returnSlab", ticket: 0, buffer }]);
  }

  /** Wakes the pump, where it sleeps. */
  wake(): void {
    if (!this.#closed && Atomics.exchange(this.#ways.control, CONTROL.asleep, 0) === 1) this.#ways.wake();
  }

  /** A ticket for what becomes no command. */
  ticket(): number {
    return this.#tickets.next();
  }

  /** Nothing leaves any more. */
  close(): void {
    this.#closed = true;
  }

  #send(): void {
    const commands = this.#commands;
    this.#commands = [];
    if (!this.#closed && !this.#sentByLane(commands)) this.#post(commands);
  }

  /** Sends commands; where one cannot be copied to another thread, or its buffer not be given away, the others alone. */
  #post(commands: readonly Command[]): void {
    try {
      this.#ways.port.postMessage(commands, commands.flatMap(givenBy));
    } catch (cause) {
      const [command, another] = commands;
      if (another === undefined) return this.#ways.refused(command!, cause);
      return this.#postEach(commands);
    }
    Atomics.add(this.#ways.control, CONTROL.posted, 1);
    this.wake();
  }

  #postEach(commands: readonly Command[]): void {
    const gone = new Set<ArrayBuffer>();
    for (const command of commands) {
      const given = givenBy(command);
      if (given.some((buffer) => gone.has(buffer))) this.#ways.refused(command, bufferTransferred());
      else this.#post([command]);
      for (const buffer of given) gone.add(buffer);
    }
  }

  /** A lone small request takes the lane, where nothing is before it; a pump that is awake answers at once. */
  #sentByLane([command, ...more]: Command[]): boolean {
    const { control, lane, spins, hasTime, answered } = this.#ways;
    const { posted, obeyed, asleep } = CONTROL;
    if (command?.type !== "send" || more.length > 0) return false;
    if (Atomics.load(control, posted) !== Atomics.load(control, obeyed)) return false;
    const awaited = spins && Atomics.load(control, asleep) === 0 && hasTime();
    if (!lane.offer(command, awaited)) return false;
    this.wake();
    if (awaited) lane.await((answer, used) => answered(answer.subarray(0, used)));
    return true;
  }
}
