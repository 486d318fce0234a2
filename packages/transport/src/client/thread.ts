import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { SystemError } from "@rxnetlink/core";
import type { PumpStart } from "../channel/protocol.js";
import { EACCES } from "../linux/constants.js";
import { findModule, load } from "../linux/find-module.js";
import { PUMP_TEXT } from "../pump/pump-text.js";
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

type Crashed = (error: Error) => void;

const exitOf = (worker: Worker) => new Promise<void>((resolve) => worker.once("exit", () => resolve()));

/** A thread of a pool, which runs a file. */
function pooled(file: string, crashed: Crashed, resourceLimits: ResourceLimits): Thread {
  // Loaded here and not above: a program without a pump starts sooner.
  const { Piscina } = load<typeof import("piscina")>(findModule("piscina"));
  const pool = new Piscina({
    filename: pathToFileURL(file).href,
    minThreads: 1,
    maxThreads: 1,
    // Between tasks the thread's event loop must turn, so that the pump begins.
    atomics: "disabled",
    env: process.env as Record<string, string>,
    resourceLimits,
  });
  pool.on("error", crashed);
  const [worker] = pool.threads as [Worker];
  const exited = exitOf(worker);
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

/** A thread that runs a text: the pool has a file of its own beside it, which no bundle takes along. */
function single(text: string, crashed: Crashed, resourceLimits: ResourceLimits): Thread {
  // Options of this process may say that texts are modules.
  const worker = new Worker(text, { eval: true, execArgv: [], env: process.env, resourceLimits });
  worker.on("error", crashed);
  worker.unref();
  const exited = exitOf(worker);
  return {
    adopt: (start) =>
      new Promise((resolve, reject) => {
        worker.once("message", () => resolve());
        worker.once("error", reject);
        worker.postMessage(start, [start.port]);
      }),
    async destroy() {
      await worker.terminate();
      await exited;
    },
    exited,
  };
}

/** The file of the thread's program; `undefined` where this one went into a bundle, and left it behind. */
function fileBeside(): string | undefined {
  // Bundlers that write CommonJS leave nothing there.
  const here: string | undefined = import.meta.url;
  if (!here?.startsWith("file:")) return undefined;
  const file = join(dirname(fileURLToPath(here)), "pump-thread.js");
  return existsSync(file) ? file : undefined;
}

/**
 * Makes a thread for one pump; `crashed` is called where it dies of an error.
 *
 * @throws SystemError where there may be none.
 */
export function newThread(crashed: Crashed, resourceLimits: ResourceLimits = {}): Thread {
  const file = fileBeside();
  try {
    return file === undefined
      ? single(PUMP_TEXT, crashed, resourceLimits)
      : pooled(file, crashed, resourceLimits);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_ACCESS_DENIED") throw cause;
    const hint = "Node's permission model forbids threads: start Node with --allow-worker";
    throw new SystemError("clone", EACCES, hint, { cause });
  }
}
