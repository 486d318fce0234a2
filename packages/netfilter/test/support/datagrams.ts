// Traffic inside a namespace, and listeners that report what arrives: only what the kernel finds whole reaches them.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Observable } from "rxjs";
import type { Kernel } from "./kernel.js";

/** Sends datagrams of UDP, each to an address and port; closed ports answer by ICMP. */
export function sendUdp(kernel: Kernel, port: number, texts: readonly string[], address = "127.0.0.1"): void {
  const lines = texts.map((text) => `printf %s '${text}' > /dev/udp/${address}/${port}`);
  kernel.run(`bash -c '${lines.join("\n").replaceAll("'", "'\\''")}'`);
}

/** Sends many small datagrams by one socket. */
export function floodUdp(kernel: Kernel, port: number, count: number): void {
  kernel.run(
    `bash -c 'exec 3>/dev/udp/127.0.0.1/${port}; for ((i = 0; i < ${count}; i++)); do echo $i >&3; done 2>/dev/null || true'`,
  );
}

/** A process inside a namespace that prints lines. */
export interface Lines {
  readonly child: ChildProcess;
  /** Reads the next line. */
  next(): Promise<string>;
  /** Ends the process. */
  stop(): Promise<void>;
}

/** Starts a program inside the namespace. */
export function start(kernel: Kernel, program: string, ...args: string[]): Lines {
  const inside = [`--net=${kernel.namespace.path}`, program, ...args];
  const child = spawn("nsenter", inside, { stdio: ["ignore", "pipe", "pipe"] });
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  return {
    child,
    next: async () => String((await lines.next()).value),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

const UDP = `
const [type, port] = process.argv.slice(1);
const socket = require("dgram").createSocket(type);
socket.on("message", (bytes) => console.log(bytes.toString()));
socket.bind(Number(port), () => console.log("listening"));`;

const TCP = `
const [port] = process.argv.slice(1);
require("net").createServer((socket) => socket.on("data", (bytes) => console.log(bytes.toString())))
  .listen(Number(port), "127.0.0.1", () => console.log("listening"));`;

async function listening(lines: Lines): Promise<Lines> {
  await lines.next();
  return lines;
}

/** Prints the text of each datagram that arrives at a port. */
export const listenUdp = (kernel: Kernel, port: number, type = "udp4") =>
  listening(start(kernel, process.execPath, "-e", UDP, type, String(port)));

/** Prints what arrives over TCP at a port. */
export const listenTcp = (kernel: Kernel, port: number) =>
  listening(start(kernel, process.execPath, "-e", TCP, String(port)));

/** Waits until a condition holds that no event announces. */
export async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

/** What a stream has emitted, and a way to wait for more. */
export interface Watched<T> {
  readonly values: T[];
  readonly errors: unknown[];
  /** Resolves when the values pass. */
  until(passes: (values: readonly T[]) => boolean): Promise<readonly T[]>;
  /** Resolves with the error that the stream ends with. */
  failure(): Promise<unknown>;
  unsubscribe(): void;
}

/** Subscribes to a stream. */
function watching<T>(source$: Observable<T>): Watched<T> {
  const [values, errors]: [T[], unknown[]] = [[], []];
  const checks = new Set<() => void>();
  const check = () => {
    for (const one of checks) one();
  };
  const subscription = source$.subscribe({
    next: (value) => {
      values.push(value);
      check();
    },
    error: (error: unknown) => {
      errors.push(error);
      check();
    },
  });
  const wait = <V>(result: () => V | undefined) =>
    new Promise<V>((resolve, reject) => {
      const one = () => {
        const found = result();
        if (found === undefined && errors.length === 0) return;
        checks.delete(one);
        if (found !== undefined) resolve(found);
        else reject(errors[0]);
      };
      checks.add(one);
      one();
    });
  return {
    values,
    errors,
    until: (passes) => wait(() => (passes(values) ? values : undefined)),
    failure: () => wait(() => errors[0]),
    unsubscribe: () => subscription.unsubscribe(),
  };
}

/** Subscribes to a stream whose option `listening` is called when it is ready, and waits for that. */
export async function ready<T>(open: (listening: () => void) => Observable<T>): Promise<Watched<T>> {
  let watched: Watched<T> | undefined;
  await new Promise<void>((resolve, reject) => {
    watched = watching(open(resolve));
    watched.failure().then(reject);
  });
  return watched!;
}
