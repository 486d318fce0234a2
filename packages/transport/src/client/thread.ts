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

/** The thread of a pump. */
export interface Thread {
  /** Starts the pump; rejects if the thread cannot start. */
  adopt(start: PumpStart): Promise<void>;
  /** Ends the thread, which must have left its loop. */
  destroy(): Promise<void>;
  /** Resolves when the thread has exited, for whatever reason. */
  readonly exited: Promise<void>;
}

type Crashed = (error: Error) => void;

const exitOf = (worker: Worker) => new Promise<void>((resolve) => worker.once("exit", () => resolve()));

/** Starts a thread of a pool that runs a file. */
function pooled(file: string, crashed: Crashed, resourceLimits: ResourceLimits): Thread {
  // Loaded here rather than at the top, so that programs without a pump start sooner.
  const { Piscina } = load<typeof import("piscina")>(findModule("piscina"));
  const pool = new Piscina({
    filename: pathToFileURL(file).href,
    minThreads: 1,
    maxThreads: 1,
    // The thread's event loop must turn between tasks, so that the pump can start.
    atomics: "disabled",
    env: process.env as Record<string, string>,
    resourceLimits,
  });
  pool.on("error", crashed);
  const [worker] = pool.threads as [Worker];
  const exited = exitOf(worker);
  // Runs before the pool's own listeners, which would start another thread.
  const giveUp = () => void pool.destroy();
  worker.prependListener("error", giveUp);
  worker.prependListener("exit", giveUp);
  return {
    adopt: (start) => pool.run(start, { transferList: [start.port] }) as Promise<void>,
    async destroy() {
      await pool.destroy();
      // The pool waits for the thread only once.
      await exited;
    },
    exited,
  };
}

/** Starts a thread that runs a text: the pool needs a file of its own, which is missing in bundles. */
function single(text: string, crashed: Crashed, resourceLimits: ResourceLimits): Thread {
  // Without the options of this process, which may declare texts to be modules.
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

/** Returns the file of the thread's program; `undefined` in a bundle, which does not include it. */
function programFile(): string | undefined {
  // CommonJS bundles have no URL.
  const here: string | undefined = import.meta.url;
  if (!here?.startsWith("file:")) return undefined;
  const folder = dirname(fileURLToPath(here));
  // As compiled, this module is a neighbour of the folder; as published, its parent.
  const files = ["../pump", "pump"].map((place) => join(folder, place, "pump-thread.js"));
  return files.find((file) => existsSync(file));
}

/**
 * Creates a thread for one pump; `crashed` is called if it dies of an error.
 *
 * @throws SystemError `EACCES` if Node's permission model forbids threads.
 */
export function newThread(crashed: Crashed, resourceLimits: ResourceLimits = {}): Thread {
  const file = programFile();
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
