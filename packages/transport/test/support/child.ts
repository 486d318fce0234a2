import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

const PRELUDE = `
  import { execFileSync } from "node:child_process";
  import { readdirSync, readlinkSync } from "node:fs";
  import { kernelTransport } from ${JSON.stringify(import.meta.resolve("#src/index.js"))};
  const report = (value) => console.log(JSON.stringify(value));
  const sh = (command) => execFileSync("sh", ["-c", command], { encoding: "utf8" });
  /** Resolves to the fields of an error, or to "no error". */
  const failure = (action) => Promise.resolve().then(action).then(
    () => "no error",
    ({ name, code, syscall, hint, message }) => ({ name, code, syscall, hint, message }));
  /** Lists the kinds of open descriptors, without Node's own. */
  const descriptors = () => readdirSync("/proc/self/fd").flatMap((fd) => {
    try { return /^(socket|net|anon_inode):/.exec(readlinkSync("/proc/self/fd/" + fd))?.[1] ?? []; } catch { return []; }
  }).sort();
  /** Opens a socket; resolves to it and to a function that closes it. */
  const opened = (transport, options) => new Promise((resolve, reject) => {
    const subscription = transport.socket$({ protocol: 0, ...options }).subscribe({
      next: (socket) => resolve({ socket, close: () => subscription.unsubscribe() }), error: reject });
  });
`;

/** Time after which a program that hangs is killed, in milliseconds: before the test times out. */
const RUN_LIMIT_MS = 100_000;

/** Options of {@link runProgram}. */
export interface ChildOptions {
  /** The command that starts Node, such as `["unshare", "--mount"]`. */
  readonly within?: readonly string[];
  /** Options of Node. */
  readonly node?: readonly string[];
  /** Called with each value that the program reports, while it runs. */
  readonly each?: (value: unknown) => void;
}

/**
 * Runs a module in a process of its own, and returns the values it reported once it has ended on its own. The module may
 * use the functions of {@link PRELUDE}.
 */
export async function runProgram<T>(program: string, options: ChildOptions = {}): Promise<T[]> {
  const { within = [], node = [], each } = options;
  const command = [...within, process.execPath, ...node, "--input-type=module", "--eval", PRELUDE + program];
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ["ignore", "pipe", "pipe"],
    timeout: RUN_LIMIT_MS,
  });
  const exited = once(child, "exit") as Promise<[number | null, string | null]>;
  const complaints = text(child.stderr);
  const values: T[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const value = JSON.parse(line) as T;
    values.push(value);
    each?.(value);
  }
  const [code, signal] = await exited;
  if (code !== 0) throw new Error(`the program ended with ${signal ?? code}: ${await complaints}`);
  return values;
}
