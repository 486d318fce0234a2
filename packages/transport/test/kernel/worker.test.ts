import { expect, it } from "vitest";
import { runProgram } from "../support/child.js";

const url = (name: string) => JSON.stringify(import.meta.resolve(name));

/** Opens one of everything that this library opens in a worker. */
const OPEN = `
  import { Connection } from ${url("@rxnetlink/core")};
  import { directTransport, kernelTransport } from ${url("#src/index.js")};
  import { dumpLinks, getLink, linkObject } from ${url("../support/rtnetlink.js")};
  import { isMainThread, parentPort, Worker } from "node:worker_threads";
  const transport = kernelTransport();
  const connection = new Connection(transport, { protocol: 0 });
  const direct = new Connection(directTransport(), { protocol: 0 });
  await new Promise((listening) => connection.notifications$([linkObject], { listening }).subscribe());
  direct.notifications$([linkObject]).subscribe();
  for (const one of [connection, direct]) await getLink(one);
  const namespace = await transport.createNamespace();
  await new Promise((opened) => transport.socket$({ protocol: 0, namespace: namespace.ref }).subscribe(opened));
`;

/** Ends of a worker, on its own or by its parent. */
const ENDINGS: Record<string, string> = {
  "is terminated": `parentPort.postMessage("ready");`,
  "is terminated in the middle of a dump": `
    setInterval(() => dumpLinks(connection).subscribe(), 0); parentPort.postMessage("ready");`,
  "is terminated while its event loop is blocked": `parentPort.postMessage("ready"); for (;;);`,
  "calls process.exit()": "process.exit(3);",
  "throws an uncaught error": `setImmediate(() => { throw new Error("on purpose"); });`,
  "is out of memory": "const kept = []; for (;;) kept.push(new Array(100_000).fill(kept.length));",
  "ends naturally": "connection.close(); direct.close();",
  "is terminated with its parent, a worker": `parentPort.postMessage("ready");`,
};

/** Returns a program that starts and ends workers, and reports the descriptors that each left open. */
const program = (source: string, nested: boolean) => `
  import { Worker } from "node:worker_threads";
  const source = ${JSON.stringify(OPEN + source)};
  const url = (text) => "data:text/javascript," + encodeURIComponent(text);
  const parent = \`import { parentPort, Worker } from "node:worker_threads";
    new Worker(new URL(\${JSON.stringify(url(source))})).once("message", () => parentPort.postMessage("ready"));\`;
  const resourceLimits = { maxOldGenerationSizeMb: 32 };
  report(descriptors());
  for (let i = 0; i < 3; i++) {
    const worker = new Worker(new URL(url(${nested} ? parent : source)), { resourceLimits, stderr: true });
    worker.on("error", () => {});
    const exited = new Promise((exit) => worker.once("exit", exit));
    worker.once("message", () => worker.terminate());
    await exited;
    report(descriptors());
  }
`;

it.each(Object.entries(ENDINGS))("nothing is left open by a worker that %s", async (name, source) => {
  const states = await runProgram<string[]>(program(source, name.includes("parent")));
  const [before, ...after] = states;
  expect(after).toEqual([before, before, before]);
});
