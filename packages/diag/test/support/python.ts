// Python in a namespace: it opens sockets of all families, as Node cannot.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Namespace } from "@rxnetlink/transport";

/** Reads statements, a line of JSON each, runs them, and answers with a line of JSON. */
const PROGRAM = `
import sys, os, json, struct, ctypes
from socket import *
everything = globals()
for line in sys.stdin:
    code = json.loads(line)
    try:
        try:
            value = eval(compile(code, "test", "eval"), everything)
        except SyntaxError:
            value = exec(compile(code, "test", "exec"), everything)
        answer = {"value": value if isinstance(value, (int, str, list)) else None}
    except Exception as error:
        answer = {"error": str(error), "errno": getattr(error, "errno", None)}
    print(json.dumps(answer), flush=True)
`;

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
  readonly errno?: number | null;
}

/** A Python that runs as long as a test does. */
export interface Python {
  /** Runs statements, or evaluates an expression; errors with the text of an exception. */
  run<T = unknown>(code: string): Promise<T>;
  /** Runs statements that must fail, and returns the errno. */
  errnoOf(code: string): Promise<number | null | undefined>;
  /** Ends it: all its sockets close. */
  stop(): Promise<void>;
}

/** Starts Python in a namespace. */
export function startPython(namespace: Namespace): Python {
  const child = spawn("nsenter", [`--net=${namespace.path}`, "python3", "-c", PROGRAM], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const waiting: ((answer: Answer) => void)[] = [];
  createInterface(child.stdout).on("line", (line) => waiting.shift()?.(JSON.parse(line) as Answer));
  void ended.then(() => {
    for (const answer of waiting.splice(0)) answer({ error: "python ended" });
  });
  const ask = (code: string) =>
    new Promise<Answer>((resolve) => {
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify(code)}\n`);
    });
  return {
    async run<T>(code: string) {
      const { error, value } = await ask(code);
      if (error !== undefined) throw new Error(`${error}, by ${code}`);
      return value as T;
    },
    errnoOf: async (code) => (await ask(code)).errno,
    stop() {
      child.stdin.end();
      return ended;
    },
  };
}
