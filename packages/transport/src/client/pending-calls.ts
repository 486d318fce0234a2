import type { Call, Results } from "../channel/protocol.js";

/** Receives the outcome of a command. */
export interface PendingCall<T extends Call> {
  resolve(result: Results[T]): void;
  reject(error: Error): void;
}

/** The commands that wait for their result, by ticket. Each keeps the process alive. */
export class PendingCalls {
  readonly #calls = new Map<number, PendingCall<Call>>();
  readonly #keepAlive: (yes: boolean) => void;

  constructor(keepAlive: (yes: boolean) => void) {
    this.#keepAlive = keepAlive;
  }

  /** Adds a command. */
  add<T extends Call>(ticket: number, call: PendingCall<T>): void {
    this.#keepAlive(true);
    this.#calls.set(ticket, call as PendingCall<Call>);
  }

  /** Resolves a command. */
  resolve(ticket: number, result: Results[Call]): void {
    this.#take(ticket)?.resolve(result);
  }

  /** Rejects a command; returns false if none with this ticket is pending. */
  reject(ticket: number, error: Error): boolean {
    const call = this.#take(ticket);
    call?.reject(error);
    return call !== undefined;
  }

  /** Rejects all commands. */
  rejectAll(error: Error): void {
    for (const ticket of [...this.#calls.keys()]) this.reject(ticket, error);
  }

  #take(ticket: number): PendingCall<Call> | undefined {
    const call = this.#calls.get(ticket);
    if (this.#calls.delete(ticket)) this.#keepAlive(false);
    return call;
  }
}
