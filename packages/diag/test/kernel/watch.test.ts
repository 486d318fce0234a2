// The state of sockets: lists, and the end of those that the kernel reports.

import { all } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import type { Observable } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sockDiag } from "#src/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const NEVER = 1_000_000;
const CONNECTED = `
server = create_server(("127.0.0.1", 8080), backlog=1000)
client = create_connection(("127.0.0.1", 8080))
accepted, _ = server.accept()`;
const CHURN = `
kept = []
for i in range(150):
    a = create_connection(("127.0.0.1", 8080))
    b, _ = server.accept()
    if i % 3 == 0: kept += [a, b]
    elif i % 3 == 1: a.close(); b.close()
    else: b.close(); a.close()`;

describeWith(["python3"], "the state of sockets", () => {
  let kernel: Kernel;
  let tcp: Kernel["diag"]["tcp"];
  beforeEach(async () => {
    kernel = await openKernel();
    ({ tcp } = kernel.diag);
    await kernel.python.run(CONNECTED);
  });
  afterEach(() => kernel.close());

  /** Subscribes until the transport closes; the result grows. */
  function follow<E>(source$: Observable<E>): E[] {
    const seen: E[] = [];
    source$.subscribe((event) => seen.push(event));
    return seen;
  }

  it("loses a socket as soon as it ends", async () => {
    const seen = follow(tcp.watch$({ dport: 8080 }, { relistEvery: NEVER }));
    await eventually(() => expect(seen.map(({ type }) => type)).toEqual(["added", "synced"]));
    await kernel.python.run("accepted.close(); client.close()");
    await eventually(() => expect(seen.length).toBe(3));
    expect(seen[2]).toMatchObject({
      type: "removed",
      previous: { dport: 8080, state: "established" },
      inferred: false,
    });
  });

  it("gains a socket, and a change, with the next list", async () => {
    const seen = follow(tcp.watch$({}, { relistEvery: 20 }));
    await eventually(() => expect(seen.at(-1)?.type).toBe("synced"));
    const before = seen.length;
    await kernel.python.run('other = create_server(("127.0.0.1", 8081))');
    await eventually(() => expect(seen.length).toBe(before + 1));
    expect(seen.at(-1)).toMatchObject({
      type: "added",
      current: { sport: 8081, state: "listen" },
      inferred: true,
    });
    await kernel.python.run("client.shutdown(SHUT_WR)");
    await eventually(() => expect(seen.length).toBeGreaterThanOrEqual(before + 3));
    const states = seen
      .slice(before + 1)
      .map((event) => (event.type === "changed" ? event.current.state : event.type));
    expect(states.sort()).toEqual(["closeWait", "finWait2"]);
  });

  it("is what is listed, after much has begun and ended", async () => {
    const states = follow(tcp.state$({ relistEvery: 50 }));
    await eventually(() => expect(states.length).toBe(1));
    await kernel.python.run(CHURN);
    const named = (rows: Iterable<{ cookie: bigint; state: unknown }>) =>
      [...rows].map(({ cookie, state }) => `${cookie} ${state}`).sort();
    const listed = named(await all(tcp.list$()));
    expect(listed.length).toBeGreaterThan(100);
    await eventually(async () => {
      expect(named(states.at(-1)!.values())).toEqual(named(await all(tcp.list$())));
    });
  });

  it("of unix is kept by lists", async () => {
    const { unix } = kernel.diag;
    const seen = follow(unix.watch$({}, { relistEvery: 20 }));
    await eventually(() => expect(seen.map(({ type }) => type)).toEqual(["synced"]));
    await kernel.python.run("u = socket(AF_UNIX); u.bind('\\0one')");
    await eventually(() => expect(seen.length).toBe(2));
    await kernel.python.run("u.close()");
    await eventually(() => expect(seen.length).toBe(3));
    expect(seen.slice(1)).toMatchObject([
      { type: "added", current: { name: "@one" } },
      { type: "removed", previous: { name: "@one" } },
    ]);
  });

  it("is right again after more ended than fits into the receive buffer", async () => {
    const { transport, namespace } = kernel;
    const small = sockDiag({ transport, namespace: namespace.ref, receiveBuffer: 2304 });
    const seen = follow(small.tcp.watch$({}, { relistEvery: NEVER }));
    await eventually(() => expect(seen.at(-1)?.type).toBe("synced"));
    await kernel.python.run(`
import threading
pairs = []
for i in range(200):
    a = create_connection(("127.0.0.1", 8080))
    b, _ = server.accept()
    a.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
    pairs.append((a, b))`);
    let resyncs = 0;
    await eventually(async () => {
      await kernel.python.run("for a, b in pairs: a.close(); b.close()\npairs = []");
      resyncs = seen.filter(({ type }) => type === "resync").length;
      expect(resyncs).toBeGreaterThan(0);
    });
    const rows = new Set<bigint>();
    for (const event of seen) {
      if (event.type === "added") rows.add(event.current.cookie);
      if (event.type === "removed") rows.delete(event.previous.cookie);
    }
    expect([...rows].sort()).toEqual((await all(tcp.list$())).map(({ cookie }) => cookie).sort());
  });
});
