// Events as conntrack -E prints them.

import { ArgumentError, FlowControl } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import { filter, firstValueFrom, ReplaySubject, take, toArray } from "rxjs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ConntrackEvent, ConntrackEventOptions } from "#src/conntrack/index.js";
import { netfilter } from "#src/index.js";
import { flowsIn, toXml } from "../support/conntrack-xml.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { errorOf } from "../support/refusal.js";
import { ACCOUNTING, start, TRACKING, tcpSession, udpPingPong } from "../support/traffic.js";

/** Begins a connection by hand, changes it and ends it. */
const BY_HAND = `
  conntrack -I -s 10.0.0.1 -d 10.0.0.2 -p tcp --sport 1000 --dport 21 --state ESTABLISHED -t 100
  conntrack -U -s 10.0.0.1 -d 10.0.0.2 -p tcp --sport 1000 --dport 21 -m 5
  conntrack -D -s 10.0.0.1`;

const textOf = (event: ConntrackEvent) =>
  "conntrack" in event ? `${event.type} ${toXml(event.conntrack)}` : event.type;

describeWith(["conntrack", "nft"], "events of connections", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel(`${ACCOUNTING}; ${TRACKING}`);
  });
  afterEach(() => kernel.close());

  /** Subscribes, and returns what arrives once it cannot miss anything. */
  async function collect(options: ConntrackEventOptions = {}) {
    const events$ = new ReplaySubject<ConntrackEvent>();
    await new Promise<void>((listening) => {
      kernel.nf.conntrack.events$({ ...options, listening }).subscribe(events$);
    });
    return events$;
  }

  /** Waits for the first events of a number of ends. */
  const until = (events$: ReplaySubject<ConntrackEvent>, ends: number) =>
    firstValueFrom(
      events$.pipe(
        filter(({ type }) => type === "destroy"),
        take(ends),
        toArray(),
      ),
    );

  it("are those of conntrack -E, of packets and of requests", async () => {
    const theirs = start(kernel, "conntrack -E -o xml,extended,id,ktimestamp");
    const listeners = () => (kernel.run("cat /proc/net/netlink").match(/ 12 +\d+ +00000007/g) ?? []).length;
    await vi.waitFor(() => expect(listeners()).toBe(1), 5000);
    const events$ = await collect();
    kernel.run(BY_HAND);
    kernel.run(udpPingPong(4001, 4002));
    kernel.run(tcpSession(4003, 4004));
    kernel.run("conntrack -F");
    await until(events$, 3);
    await vi.waitFor(() => expect(theirs.printed.match(/type="destroy"/g)).toHaveLength(3), 5000);
    const seen: ConntrackEvent[] = [];
    events$.subscribe((event) => seen.push(event)).unsubscribe();
    const printed = await theirs.stop();
    expect(seen.map(textOf)).toEqual(flowsIn(printed));
    const ports = [...printed.matchAll(/<\/flow>(?:.*portid=(\d+))?/g)].map(([, port = "0"]) => Number(port));
    expect(seen.map((event) => "portId" in event && event.portId)).toEqual(ports);
    expect(new Set(seen.map(({ type }) => type))).toEqual(new Set(["new", "update", "destroy"]));
  });

  it("are those of the chosen kinds", async () => {
    const events$ = await collect({ events: ["new", "destroy"] });
    kernel.run(BY_HAND);
    await until(events$, 1);
    const seen: string[] = [];
    events$.subscribe(({ type }) => seen.push(type)).unsubscribe();
    expect(seen).toEqual(["new", "destroy"]);
  });

  it("of unknown kinds are an error", async () => {
    const error = await errorOf(kernel.nf.conntrack.events$({ events: ["end" as never] }));
    expect(error).toBeInstanceOf(ArgumentError);
    expect(error.message).toContain("events[0]");
  });

  it("complete when the connection is closed, reliable or not", async () => {
    for (const reliable of [false, true]) {
      const nf = netfilter({ transport: kernel.transport, namespace: kernel.namespace.ref });
      const closed = done(
        nf.conntrack.events$({ reliable, listening: () => queueMicrotask(() => nf.connection.close()) }),
      );
      await closed;
    }
  });

  it.for([true, false])("reach a slow reader, if reliable: %s", async (reliable) => {
    const COUNT = 3000;
    const flowControl = new FlowControl();
    const nf = netfilter({
      transport: kernel.transport,
      namespace: kernel.namespace.ref,
      receiveBuffer: 16_384,
    });
    const seen: ConntrackEvent[] = [];
    await new Promise<void>((listening) => {
      nf.conntrack
        .events$({ events: ["destroy"], reliable, listening, flowControl })
        .subscribe((event) => seen.push(event));
    });
    flowControl.pause();
    const values = Array.from({ length: COUNT }, (_, port) => ({
      tupleOrig: {
        ip: { src: "10.0.0.1", dst: "10.0.0.2" },
        proto: { num: "udp" as const, srcPort: port + 1, dstPort: 53 },
      },
      timeout: 100,
    }));
    await done(kernel.nf.conntrack.batch$("add", values));
    await done(kernel.nf.conntrack.flushAll$("all"));
    expect(await all(kernel.nf.conntrack.list$())).toEqual([]);
    flowControl.resume();
    const ends = () => seen.filter(({ type }) => type === "destroy").length;
    if (reliable) await vi.waitFor(() => expect(ends()).toBe(COUNT), 20_000);
    else await vi.waitFor(() => expect(seen.some(({ type }) => type === "overrun")).toBe(true), 5000);
    expect(seen.some(({ type }) => type === "overrun")).toBe(!reliable);
    nf.connection.close();
  });
});
