import { expect, it } from "vitest";
import { runProgram } from "../support/child.js";

const module = (name: string) => JSON.stringify(import.meta.resolve(name));

/**
 * Opens a socket, a subscription to notifications, a request that the kernel never answers and a dump. `end` is called
 * with the first row of the dump.
 */
const OPEN = `
  import { Connection } from ${module("@rxnetlink/core")};
  import { finalize, fromEvent, identity, take, takeUntil } from ${module("rxjs")};
  import { dumpLinks, getLink, linkMessage, linkObject } from ${module("../support/rtnetlink.js")};
  import { CRASH, makeCrashable } from ${module("../support/crash.js")};
  makeCrashable();
  const NLMSG_NOOP = 1;
  const pristine = descriptors();
  const transport = kernelTransport({ headStart: false });
  const connection = new Connection(transport, { protocol: 0 });
  const subscriptions = {};
  const ended = [];
  /** Subscribes, and records how the stream ends. */
  function follow(name, source$, next) {
    ended.push(new Promise((resolve) => {
      let how = "unsubscribed";
      const settled = finalize(() => resolve([name, how]));
      subscriptions[name] = source$.pipe(settled).subscribe({
        next, error: (error) => { how = error.name; }, complete: () => { how = "completed"; } });
    }));
  }
  async function open(end, { pipe = identity, timeout = 0 } = {}) {
    const socket = await new Promise((resolve) =>
      follow("socket", transport.socket$({ protocol: 0 }).pipe(pipe), (socket) => {
        follow("arrivals", socket.arrivals$);
        resolve(socket);
      }));
    await new Promise((listening) =>
      follow("watch", connection.notifications$([linkObject], { listening }).pipe(pipe)));
    const noop = { type: NLMSG_NOOP, layout: linkMessage, value: {}, timeout };
    follow("request", connection.request$(noop).pipe(pipe));
    let rows = 0;
    follow("dump", dumpLinks(connection).pipe(pipe), () => { if (rows++ === 0) end(socket); });
    report(Object.fromEntries(await Promise.all(ended)));
  }
  const unsubscribe = (...names) => { for (const name of names) subscriptions[name].unsubscribe(); };
  const EACH = ["socket", "watch", "request", "dump"];
  /** Lists the descriptors after everything has closed: a request is processed after earlier commands. */
  async function settledDescriptors() {
    const last = new Connection(transport, { protocol: 0 });
    await getLink(last);
    const open = descriptors();
    last.close();
    return open;
  }
  /** Lists what keeps the process alive, except the pipe of the reports. */
  const keeping = () => process.getActiveResourcesInfo().filter((name) => !/^(PipeWrap|CloseReq)$/.test(name));
`;

const all = (how: string) => ({ socket: how, watch: how, request: how, dump: how });

/** Events that end everything, and how each Observable then ends. */
const ENDS: Record<string, { program: string; outcome: Record<string, string>; whole?: true }> = {
  "unsubscribing in the middle of a dump": {
    program: "await open(() => unsubscribe(...EACH));",
    outcome: { ...all("unsubscribed"), arrivals: "completed" },
  },
  "take(1)": {
    program: "await open(() => setImmediate(() => unsubscribe(...EACH)), { pipe: take(1) });",
    outcome: { ...all("unsubscribed"), socket: "completed", dump: "completed", arrivals: "completed" },
  },
  "an AbortSignal": {
    program: `const controller = new AbortController();
      await open(() => controller.abort(), { pipe: takeUntil(fromEvent(controller.signal, "abort")) });`,
    outcome: { ...all("completed"), arrivals: "completed" },
  },
  "the timeout of a request": {
    program: `await open(() => unsubscribe("socket", "watch"), { timeout: 20 });`,
    outcome: {
      ...all("unsubscribed"),
      request: "RequestTimeoutError",
      dump: "completed",
      arrivals: "completed",
    },
  },
  "closing the connection in the middle of a dump": {
    program: `await open(() => { connection.close(); unsubscribe("socket"); });`,
    outcome: { ...all("ClosedError"), socket: "unsubscribed", arrivals: "completed", watch: "completed" },
  },
  // The rows of the dump came in one datagram, so all are delivered.
  "closing the transport in the middle of a dump": {
    program: "await open(() => transport.close()); await transport.close();",
    outcome: { ...all("completed"), request: "ClosedError", arrivals: "completed" },
    whole: true,
  },
  "the death of the thread": {
    program: "await open((socket) => socket.join(CRASH)); await transport.close();",
    outcome: { ...all("ClosedError"), dump: "completed", arrivals: "ClosedError" },
    whole: true,
  },
};

it.each(Object.entries(ENDS))(
  "%s ends all streams, leaves nothing open, and lets the process end",
  async (_, end) => {
    const { program, outcome, whole } = end;
    const [before, settled, after, keeping] = await runProgram(`
    ${OPEN}
    report(${whole ? "pristine" : "await settledDescriptors()"});
    ${program}
    // Until then, its request socket is kept for the next request.
    connection.close();
    report(${whole ? "descriptors()" : "await settledDescriptors()"});
    report(keeping());`);
    expect(settled).toEqual(outcome);
    expect(after).toEqual(before);
    expect(keeping).toEqual([]);
  },
);
