import { createRequire } from "node:module";
import type { Worker } from "node:worker_threads";
import type { PumpStart } from "./protocol.js";
import type { ResourceLimits } from "./resource-limits.js";

/** A thread that a pump runs on. */
export interface Thread {
  /** Starts the pump; errors where the thread cannot start. */
  adopt(start: PumpStart): Promise<void>;
  /** Ends the thread, which must have left its loop. */
  destroy(): Promise<void>;
  /** Resolves when the thread is no more, for whatever reason. */
  readonly exited: Promise<void>;
}

/** Makes a thread for one pump; `crashed` is called where it dies of an error. */
export function newThread(crashed: (error: Error) => void, resourceLimits: ResourceLimits = {}): Thread {
  // Loaded here and not above: a program without a pump starts sooner.
  const { Piscina } = createRequire(import.meta.url)("piscina") as typeof import("piscina");
  const pool = new Piscina({
    filename: new URL("./pump-thread.js", import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    // Between tasks the thread's event loop must turn, so that the pump begins.
    atomics: "disabled",
    env: process.env as Record<string, string>,
    resourceLimits,
  });
  pool.on("error", crashed);
  const [worker] = pool.threads as [Worker];
  const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  // Before the pool hears of it: it would start another thread.
  const giveUp = () => void pool.destroy();
  worker.prependListener("error", giveUp);
  worker.prependListener("exit", giveUp);
  return {
    adopt: (start) => pool.run(start, { transferList: [start.port] }) as Promise<void>,
    async destroy() {
      await pool.destroy();
      // The pool waits for the thread once only.
      await exited;
    },
    exited,
  };
}
