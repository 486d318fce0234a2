// Starts examples for their tests, and reads what they print.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** Returns true if a program is not installed. */
export const isMissing = (program: string): boolean =>
  spawnSync("sh", ["-c", `PATH=$PATH:/usr/sbin command -v ${program}`]).status !== 0;

/** Returns true if the kernel has no family of generic netlink of this name. */
export const lacksFamily = (name: string): boolean =>
  spawnSync("sh", ["-c", `PATH=$PATH:/usr/sbin genl ctrl get name ${name}`]).status !== 0;

/** True for root of the initial user namespace, whom alone some of the kernel's families serve. */
export const isInitialRoot =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  /^ *0 +0 +4294967295$/m.test(readFileSync("/proc/self/uid_map", "utf8"));

/** An example that runs. */
export interface Running {
  readonly child: ChildProcess;
  /** Reads the next line of its output. */
  line(): Promise<string | undefined>;
  /** Reads lines until one contains a text, and returns it; `undefined` if the output ends before. */
  lineWith(text: string): Promise<string | undefined>;
  /** Reads the remaining lines, and its exit status. */
  rest(): Promise<{ lines: string[]; status: number | null }>;
  /** Interrupts it as Ctrl-C does, and reads the rest. */
  stop(): Promise<{ lines: string[]; status: number | null }>;
}

/** Starts an example, such as `"routing/follow-routes"`, by a program with arguments. */
export function start([program, ...before]: string[], name: string, args: string[] = []): Running {
  const script = new URL(`../${name}.js`, import.meta.url).pathname;
  const child = spawn(program!, [...before, script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit") as Promise<[number | null]>;
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const line = async () => (await lines.next()).value as string | undefined;
  async function lineWith(text: string) {
    let read = await line();
    while (read !== undefined && !read.includes(text)) read = await line();
    return read;
  }
  async function rest() {
    const left: string[] = [];
    for (let next = await lines.next(); !next.done; next = await lines.next()) left.push(next.value);
    return { lines: left, status: (await ended)[0] };
  }
  async function stop() {
    child.kill("SIGINT");
    return rest();
  }
  return { child, line, lineWith, rest, stop };
}
