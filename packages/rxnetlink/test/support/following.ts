import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll } from "vitest";
import { program } from "./rxnl.js";

/** Runs commands that go on until they are interrupted; what is left of them ends with the suite. */
export function aroundFollowing(inside: () => readonly string[]) {
  const running: ChildProcessWithoutNullStreams[] = [];
  afterAll(() => {
    for (const one of running) one.kill();
  });

  /** Starts `rxnl`, waits until it listens, and returns its next lines. */
  return async (...args: string[]) => {
    const [command, ...rest] = [...inside(), process.execPath, program, ...args];
    const child = spawn(command!, rest);
    running.push(child);
    await once(createInterface(child.stderr), "line");
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const line = async () => String((await lines.next()).value);
    return {
      line,
      /** Reads lines up to one that matches. */
      async upTo(pattern: RegExp) {
        const read = [await line()];
        while (!pattern.test(read.at(-1)!)) read.push(await line());
        return read;
      },
      async interrupted() {
        child.kill("SIGINT");
        return (await once(child, "exit"))[0];
      },
    };
  };
}
