import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";

/** Time within which each program must end, in milliseconds. */
const EXIT_LIMIT_MS = 60_000;

const OPEN = `
  import { kernelTransport } from "${import.meta.resolve("#src/index.js")}";
  const transport = kernelTransport();
  const opened = (options) => new Promise((resolve, reject) => {
    const subscription = transport.socket$({ protocol: 0, ...options }).subscribe({
      next: (socket) => { socket.arrivals$.subscribe({ error() {} }); resolve({ socket, subscription }); }, error: reject });
  });
  const { socket, subscription } = await opened({ groups: [1] });
  const ready = () => process.send("ready");
`;

/** Runs a program with an open socket; once it reports that it is ready, it has {@link EXIT_LIMIT_MS} to end. */
async function ending(
  program: string,
  then?: NodeJS.Signals,
): Promise<{ code: number | null; signal: string | null }> {
  const args = ["--input-type=module", "--eval", OPEN + program];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const ended = once(child, "exit");
  await once(child, "message");
  child.channel?.unref();
  if (then !== undefined) child.kill(then);
  const timer = setTimeout(() => child.kill("SIGKILL"), EXIT_LIMIT_MS);
  const [code, signal] = (await ended) as [number | null, string | null];
  clearTimeout(timer);
  return { code, signal };
}

// The channel to the parent would keep a child alive on its own.
const UNREF = "process.channel.unref();";

describe("a process with an open socket ends", () => {
  it("by process.exit()", async () => {
    expect(await ending("ready(); process.exit(3);")).toEqual({ code: 3, signal: null });
  });

  it("by process.exit() in the middle of a close", async () => {
    expect(await ending("ready(); transport.close(); process.exit(3);")).toEqual({ code: 3, signal: null });
  });

  it("by an uncaught exception", async () => {
    expect(await ending("ready(); setImmediate(() => { throw new Error('on purpose'); });")).toMatchObject({
      code: 1,
    });
  });

  it("naturally, with a socket that nobody keeps alive", async () => {
    expect(await ending(`ready(); ${UNREF}`)).toEqual({ code: 0, signal: null });
  });

  it("naturally, after unsubscribing", async () => {
    const program = `socket.keepAlive(true); ready(); ${UNREF} subscription.unsubscribe();`;
    expect(await ending(program)).toEqual({ code: 0, signal: null });
  });

  it("by SIGTERM", async () => {
    const program = "socket.keepAlive(true); ready();";
    expect(await ending(program, "SIGTERM")).toEqual({ code: null, signal: "SIGTERM" });
  });

  it("after transport.close()", async () => {
    const program = `socket.keepAlive(true); ready(); ${UNREF} await transport.close();`;
    expect(await ending(program)).toEqual({ code: 0, signal: null });
  });

  it("when the worker that opened it is terminated", async () => {
    const worker = JSON.stringify(
      `import { kernelTransport } from ${JSON.stringify(import.meta.resolve("#src/index.js"))};
       import { parentPort } from "node:worker_threads";
       kernelTransport().socket$({ protocol: 0 }).subscribe((socket) => {
         socket.keepAlive(true); socket.arrivals$.subscribe(); parentPort.postMessage("open"); });`,
    );
    const program = `
      const { Worker } = await import("node:worker_threads");
      const worker = new Worker(new URL("data:text/javascript," + encodeURIComponent(${worker})));
      await new Promise((resolve) => worker.once("message", resolve));
      ready(); ${UNREF} await worker.terminate();`;
    expect(await ending(program)).toEqual({ code: 0, signal: null });
  });
});

it("keeps the process alive while a socket asks for it", async () => {
  // The timer does not keep the process alive, and shows that it is still running.
  const program = `socket.keepAlive(true); ready(); ${UNREF} setTimeout(() => process.exit(7), 500).unref();`;
  expect(await ending(program)).toEqual({ code: 7, signal: null });
});

/** Sets the MTU of the loopback by a request that asks for no reply, after which `then` runs at once. */
const setMtu = (then: string) => `
  const RTM_NEWLINK = 16, NLM_F_REQUEST = 1, IFLA_MTU = 4;
  const view = new DataView(new ArrayBuffer(40));
  const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
  const put = (at, size, value) => view[size === 2 ? "setUint16" : "setUint32"](at, value, littleEndian);
  put(0, 4, 40); put(4, 2, RTM_NEWLINK); put(6, 2, NLM_F_REQUEST); put(20, 4, 1);
  put(32, 2, 8); put(34, 2, IFLA_MTU); put(36, 4, 1400);
  // By then the pump sleeps, and takes its time to wake up.
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.send(new Uint8Array(view.buffer));
  ${then}`;

const cannot = spawnSync("unshare", ["--net", "true"]).status !== 0;

describe.skipIf(cannot)(
  `what was sent before the end leaves${cannot ? " (skipped: no namespaces)" : ""}`,
  () => {
    it.each([
      ["by unsubscribing from all", "subscription.unsubscribe();"],
      ["by process.exit() at once", "process.exit(0);"],
      ["by process.exit() a moment later", "await undefined; await undefined; process.exit(0);"],
      ["by transport.close()", "await transport.close();"],
    ])("%s", (_, then) => {
      const script = '"$0" --input-type=module --eval "$1" && ip -j link show lo';
      const args = ["--net", "sh", "-c", script, process.execPath, OPEN + setMtu(then)];
      const { stdout } = spawnSync("unshare", args, { encoding: "utf8" });
      expect(JSON.parse(stdout)).toMatchObject([{ mtu: 1400 }]);
    });
  },
);
