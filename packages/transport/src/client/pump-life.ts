import { MessageChannel, type MessagePort } from "node:worker_threads";
import { ClosedError } from "@rxnetlink/core";
import { Control } from "../channel/control.js";
import type { PumpStart } from "../channel/protocol.js";
import { threadEnded, threadStarted } from "../diagnostics/channels.js";
import type { ThreadTrace } from "../diagnostics/traces.js";
import { EFD_CLOEXEC, EFD_NONBLOCK } from "../linux/constants.js";
import type { Libc } from "../linux/libc.js";
import { atExit } from "./at-exit.js";
import type { ResourceLimits } from "./resource-limits.js";
import { newThread, type Thread } from "./thread.js";

/** Time the exit of the process waits for a pump that is in a system call, in milliseconds. */
const EXIT_WAIT_MS = 1000;

const ONE = new Uint8Array(new BigUint64Array([1n]).buffer);

/** Reacts to the end of a pump. */
export interface PumpLifeObserver {
  /** Handles the stop of the pump, just before it. */
  stopping(): void;
  /** Calls an action when all reports received so far have been delivered. */
  afterDelivery(action: () => void): void;
  /** Handles the end of the pump; `crashed` is false if it was stopped. */
  ended(error: ClosedError, crashed: boolean): void;
}

/** The life of a pump's thread: its start, its stop and its crash. */
export class PumpLife {
  readonly control = new Control();
  /** The port to the pump. */
  readonly port: MessagePort;
  readonly #pumpPort: MessagePort;
  readonly #libc: Libc;
  readonly #observer: PumpLifeObserver;
  readonly #thread: Thread;
  readonly #wakeFd: number;
  readonly #portClosed: Promise<void>;
  readonly #cancelExit: () => void;
  readonly #ready = new Set<() => void>();
  readonly #begun = performance.now();
  #trace: ThreadTrace | undefined;
  #isReady = false;
  #references = 0;
  #error: ClosedError | undefined;
  #cleanedUp: Promise<void> | undefined;

  constructor(libc: Libc, resourceLimits: ResourceLimits | undefined, observer: PumpLifeObserver) {
    this.#libc = libc;
    this.#observer = observer;
    const crashed = (error: Error) => observer.afterDelivery(() => this.#end(error));
    this.#thread = newThread(crashed, resourceLimits);
    this.#wakeFd = libc.check("eventfd", libc.eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.#pumpPort = port2;
    this.#portClosed = new Promise((resolve) => port1.once("close", () => resolve(this.#onPortClosed())));
    // Wakes a thread that is in the kernel, which would otherwise block the exit of the process.
    this.#cancelExit = atExit(() => {
      this.#stop();
      // Node then ends its threads; one inside a native call would abort the process.
      this.control.awaitEnd(EXIT_WAIT_MS);
    });
  }

  /** The error of calls after the end of the pump. */
  get error(): ClosedError | undefined {
    return this.#error;
  }

  /** True once the pump runs, until it ends. */
  get ready(): boolean {
    return this.#isReady && this.#error === undefined;
  }

  /** Calls an action once the pump runs: now, if it does. */
  whenReady(action: () => void): void {
    if (this.ready) action();
    else this.#ready.add(action);
  }

  /** Starts the pump. */
  start(parameters: Pick<PumpStart, "fastPath" | "latency" | "slabs">): void {
    const { control, wakeFd } = { control: this.control.memory, wakeFd: this.#wakeFd };
    this.keepAlive(true);
    const start = { ...parameters, port: this.#pumpPort, koffi: this.#libc.koffi, control, wakeFd };
    this.#thread.adopt(start).then(
      () => this.#started(),
      (error) => this.#end(error),
    );
  }

  #started(): void {
    this.#trace = { startUp: performance.now() - this.#begun };
    threadStarted.publish(this.#trace);
    this.keepAlive(false);
    this.#isReady = true;
    for (const action of this.#ready) action();
    this.#ready.clear();
  }

  /** Wakes the pump if it sleeps. */
  wake(): void {
    if (this.#error === undefined && this.control.takeAsleep()) this.#wake();
  }

  /** Adds or removes a reason for the process to stay alive. */
  keepAlive(yes: boolean): void {
    this.#references += yes ? 1 : -1;
    if (this.#references > 0) this.port.ref();
    else this.port.unref();
  }

  /** Stops the thread, and waits until it has ended. */
  async shutDown(): Promise<void> {
    if (this.#error === undefined) {
      // The caller waits: the process must not end first for want of anything else to do.
      this.keepAlive(true);
      this.#stop();
    }
    await this.#portClosed;
    await this.#thread.destroy();
    await this.#cleanedUp;
  }

  #stop(): void {
    this.#observer.stopping();
    this.control.stop();
    this.#wake();
  }

  #wake(): void {
    this.#libc.write(this.#wakeFd, ONE, 8);
  }

  /** Ends the pump after its thread stopped or died. If it died, its error event comes before its exit. */
  async #onPortClosed(): Promise<void> {
    const { ended } = this.control;
    if (!ended) await this.#exited();
    await new Promise<void>((resolve) => this.#observer.afterDelivery(resolve));
    this.#end(ended ? undefined : new Error("the thread ended unexpectedly"));
  }

  /** Waits for the exit of a thread that dies; neither it nor its closed port keeps the process alive. */
  async #exited(): Promise<void> {
    const keeping = setInterval(() => {}, EXIT_WAIT_MS);
    await this.#thread.exited;
    clearInterval(keeping);
  }

  /** Ends the pump; `cause` is the error of a crash. */
  #end(cause?: unknown): void {
    if (this.#error !== undefined) return;
    this.#publishEnd(cause);
    this.#error = new ClosedError("the transport", cause === undefined ? undefined : { cause });
    this.#cancelExit();
    this.#observer.ended(this.#error, cause !== undefined);
    this.port.close();
    if (cause === undefined) this.#libc.close(this.#wakeFd);
    else this.#cleanedUp = this.#cleanUp();
  }

  #publishEnd(error: unknown): void {
    const trace = this.#trace;
    if (trace !== undefined) threadEnded.publish(Object.assign(trace, error === undefined ? {} : { error }));
  }

  /** Destroys a thread that crashed or whose pump could not start. */
  async #cleanUp(): Promise<void> {
    await this.#thread.destroy();
    this.#libc.close(this.#wakeFd);
  }
}
