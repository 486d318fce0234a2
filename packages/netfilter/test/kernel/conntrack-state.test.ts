// The state of connections: events merged into what was known, and ends that the kernel hides.

import { all, done } from "@rxnetlink/core/promises";
import type { Observable, Subscription } from "rxjs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Conntrack, conntrackObject, conntrackStatus } from "#src/conntrack/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { ACCOUNTING, TRACKING, tcpSession, udpPingPong } from "../support/traffic.js";

const ip = { src: "10.0.0.1", dst: "10.0.0.2" };
const udp = (srcPort: number) => ({ ip, proto: { num: "udp" as const, srcPort, dstPort: 53 } });
const timeout = 100;
const VOLATILE = new Set<string>(conntrackObject.state!.volatile);

/** Returns connections without what changes on its own, in a fixed order. */
const steady = (rows: Iterable<Conntrack>) =>
  [...rows]
    .map((row) =>
      JSON.stringify(
        Object.fromEntries(
          Object.entries(row)
            .filter(([key]) => !VOLATILE.has(key))
            .sort(),
        ),
      ),
    )
    .sort();

describeWith(["conntrack", "nft"], "the state of connections", () => {
  let kernel: Kernel;
  let conntrack: Kernel["nf"]["conntrack"];
  let watching: Subscription | undefined;
  beforeEach(async () => {
    kernel = await openKernel(`${ACCOUNTING}; ${TRACKING}`);
    ({ conntrack } = kernel.nf);
  });
  afterEach(async () => {
    watching?.unsubscribe();
    await kernel.close();
  });

  /** Subscribes; the result grows. */
  function follow<E>(source$: Observable<E>): E[] {
    const seen: E[] = [];
    watching = source$.subscribe((event) => seen.push(event));
    return seen;
  }

  it("is what is listed, after packets and requests of others", async () => {
    const states = follow(conntrack.state$({ relistEvery: 1_000_000 }));
    await vi.waitFor(() => expect(states).toHaveLength(1));
    const { run } = kernel;
    run(
      "conntrack -I -s 10.0.0.1 -d 10.0.0.2 -p tcp --sport 1000 --dport 21 --state ESTABLISHED -t 100 2>&1",
    );
    run("conntrack -U -s 10.0.0.1 -d 10.0.0.2 -p tcp --sport 1000 --dport 21 -m 5 2>&1");
    run("conntrack -I -s 10.0.0.1 -d 10.0.0.2 -p udp --sport 1 --dport 2 -w 3 -t 100 2>&1");
    run("conntrack -I -s 10.0.0.1 -d 10.0.0.2 -p udp --sport 1 --dport 2 -t 100 2>&1");
    run("conntrack -I -s fd00::1 -d fd00::2 -p udp --sport 1 --dport 2 -t 100 2>&1");
    run(udpPingPong(4001, 4002));
    run(udpPingPong(4001, 4002));
    run(udpPingPong(4003, 4004, "::1"));
    run(tcpSession(4005, 4006));
    run("conntrack -D -s fd00::1 -f ipv6 2>&1");
    const there = steady(await all(conntrack.list$()));
    expect(there).toHaveLength(6);
    await vi.waitFor(() => expect(steady(states.at(-1)!.values())).toEqual(there));
  });

  it("keeps what an event lacks, and says what it was", async () => {
    const seen = follow(conntrack.watch$({}, { relistEvery: 1_000_000 }));
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    const tcp = { ip, proto: { num: "tcp" as const, srcPort: 1, dstPort: 2 } };
    await done(
      conntrack.add$({ tupleOrig: tcp, timeout, mark: 7, protoinfo: { tcp: { state: "synSent" } } }),
    );
    await done(conntrack.change$({ tupleOrig: tcp, status: { seenReply: true, assured: true } }));
    await done(conntrack.change$({ tupleOrig: tcp, protoinfo: { tcp: { state: "established" } } }));
    await done(conntrack.delete$({ tupleOrig: tcp }));
    await vi.waitFor(() => expect(seen.at(-1)?.type).toBe("removed"));
    const tcpOf = (state: string) => ({ protoinfo: { tcp: { state } }, mark: 7, tupleOrig: tcp });
    const status = conntrackStatus.of("seenReply", "assured", "confirmed");
    expect(seen.slice(1)).toMatchObject([
      { type: "added", current: tcpOf("synSent"), inferred: false },
      { type: "changed", current: { ...tcpOf("synSent"), status }, previous: tcpOf("synSent") },
      { type: "changed", current: { ...tcpOf("established"), status } },
      {
        type: "removed",
        previous: { ...tcpOf("established"), status },
        lastMessage: { countersOrig: { packets: 0n }, timestamp: { stop: expect.any(BigInt) } },
        inferred: false,
      },
    ]);
  });

  it("loses connections whose end is hidden at the next list", async () => {
    await done(conntrack.add$({ tupleOrig: udp(1), timeout }));
    await done(conntrack.add$({ tupleOrig: udp(2), timeout }));
    const seen = follow(conntrack.watch$({}, { relistEvery: 20 }));
    await vi.waitFor(() => expect(seen).toHaveLength(3));
    await done(conntrack.delete$({ tupleOrig: udp(1) }));
    await vi.waitFor(() => expect(seen).toHaveLength(4));
    expect(seen.at(-1)).toMatchObject({ type: "removed", previous: { tupleOrig: udp(1) } });
  });

  it("shows one connection per tuple, though the end of the other was hidden", async () => {
    await done(conntrack.add$({ tupleOrig: udp(1), timeout, mark: 1 }));
    const states = follow(conntrack.state$({ relistEvery: 1_000_000 }));
    await vi.waitFor(() => expect(states).toHaveLength(1));
    await done(conntrack.delete$({ tupleOrig: udp(1) }));
    await done(conntrack.add$({ tupleOrig: udp(1), timeout, mark: 2 }));
    await vi.waitFor(() => expect([...states.at(-1)!.values()]).toMatchObject([{ mark: 2 }]));
  });
});
