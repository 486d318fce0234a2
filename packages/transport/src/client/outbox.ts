import type { MessagePort } from "node:worker_threads";
import { bufferTransferred } from "@rxnetlink/core/internal";
import type { Control } from "../channel/control.js";
import type { FastPathClient } from "../channel/fast-path.js";
import { Numbers } from "../channel/numbers.js";
import type { Command, ParametersOf } from "../channel/protocol.js";

/** Returns the buffers that move to the pump with a command. */
const transferOf = (command: Command): ArrayBuffer[] =>
  command.type === "send"
    ? [command.bytes.buffer as ArrayBuffer]
    : command.type === "returnSlab"
      ? [command.buffer]
      : [];

/** Dependencies of an {@link Outbox}. */
export interface OutboxDeps {
  readonly port: MessagePort;
  readonly control: Control;
  readonly fastPath: FastPathClient;
  /** Wakes the pump if it sleeps. */
  wake(): void;
  /** Fails a command that cannot be posted. */
  fail(command: Command, cause: unknown): void;
}

/** A queue of commands to a pump; those of one turn are sent together. */
export class Outbox {
  readonly #deps: OutboxDeps;
  readonly #tickets = new Numbers();
  #commands: Command[] = [];
  #closed = false;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  /** Queues a command and returns its ticket; its buffers are given away. */
  post<T extends Command["type"]>(type: T, parameters: ParametersOf<T>): number {
    const ticket = this.ticket();
    if (this.#commands.length === 0) queueMicrotask(() => this.flush());
    this.#commands.push({ type, ticket, ...parameters } as unknown as Command);
    return ticket;
  }

  /** Returns a slab at once: until it is back, the pump can read less. */
  returnSlab(buffer: ArrayBuffer): void {
    if (!this.#closed) this.#post([{ type: "returnSlab", ticket: 0, buffer }]);
  }

  /** Returns a ticket for a call that becomes no command. */
  ticket(): number {
    return this.#tickets.next();
  }

  /** Discards all commands from now on. */
  close(): void {
    this.#closed = true;
  }

  /** Sends the commands that wait for the end of the turn. */
  flush(): void {
    const commands = this.#commands;
    if (commands.length === 0) return;
    this.#commands = [];
    const [first, second] = commands;
    const isLoneRequest = first?.type === "send" && first.group === undefined && second === undefined;
    if (this.#closed || (isLoneRequest && this.#deps.fastPath.trySend(first))) return;
    this.#post(commands);
  }

  /** Posts commands together, or one by one if a command cannot be cloned or a buffer not be given away. */
  #post(commands: readonly Command[]): void {
    try {
      this.#deps.port.postMessage(commands, commands.flatMap(transferOf));
    } catch (cause) {
      const [command, another] = commands;
      if (another === undefined) return this.#deps.fail(command!, cause);
      return this.#postEach(commands);
    }
    this.#deps.control.commandsPosted();
    this.#deps.wake();
  }

  #postEach(commands: readonly Command[]): void {
    const gone = new Set<ArrayBuffer>();
    for (const command of commands) {
      const buffers = transferOf(command);
      if (buffers.some((buffer) => gone.has(buffer))) this.#deps.fail(command, bufferTransferred());
      else this.#post([command]);
      for (const buffer of buffers) gone.add(buffer);
    }
  }
}
