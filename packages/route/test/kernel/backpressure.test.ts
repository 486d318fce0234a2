import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { definitionOf } from "@rxnetlink/core";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { count, filter, firstValueFrom, lastValueFrom, take, toArray } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RTM_GETROUTE } from "#src/common/rtm.js";
import type { Route } from "#src/route/layout.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import { blackholeRoutes } from "../support/blackhole-routes.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`backpressure skipped: ${why}`);

/** Timeout for the emulated machine of `npm run test:vm`, which is twenty times slower. */
const SCALE = process.env.IN_NLVM === undefined ? 1 : 20;
const MILLION = 1_000_000 / SCALE;

/**
 * A consumer of 100 events per second. Once it knows the number of changes it hurries until each was either received or
 * reported lost; then it lists again, and reports.
 */
const CONSUMER = `
  import { FlowControl } from ${JSON.stringify(import.meta.resolve("@rxnetlink/core"))};
  import { backpressure, pauseSource } from ${JSON.stringify(import.meta.resolve("@rxnetlink/core/operators"))};
  import { kernelTransport } from ${JSON.stringify(import.meta.resolve("@rxnetlink/transport"))};
  import { count, EMPTY, filter, fromEvent, lastValueFrom, map, switchMap, takeUntil, tap, timer } from ${JSON.stringify(import.meta.resolve("rxjs"))};
  import { rtnetlink } from ${JSON.stringify(import.meta.resolve("#src/index.js"))};
  const transport = kernelTransport();
  const { route } = rtnetlink({ transport });
  const flowControl = new FlowControl();
  let [total, events, overruns, drops, idle, peak] = [0, 0, 0, 0, 0, 0];
  const say = (what) => console.log(JSON.stringify(what));
  const rss = () => process.memoryUsage.rss();
  await lastValueFrom(route.list$().pipe(count()));
  setInterval(() => { peak = Math.max(peak, rss()); }, 20).unref();
  const listening = () => { idle = rss(); say({ listening: true }); };
  const drops$ = transport.statistics$(20).pipe(
    map(({ sockets }) => sockets.reduce((sum, socket) => sum + socket.drops, 0)));
  const all$ = fromEvent(process.stdin, "data").pipe(
    tap((text) => { total = Number(text); }),
    switchMap(() => drops$),
    tap((dropped) => { drops = dropped; }),
    filter(() => events + drops === total));
  const work = ({ type: event }) => {
    if (event === "overrun") overruns++; else if (event !== "drained") events++;
    return total === 0 ? timer(10) : EMPTY;
  };
  route.notifications$({ flowControl, listening })
    .pipe(backpressure(work, pauseSource(flowControl)), takeUntil(all$))
    .subscribe({ complete: async () => {
      const routes = await lastValueFrom(route.list$({ type: "blackhole" }).pipe(count()));
      say({ events, overruns, drops, grownBy: peak - idle, routes });
      process.exit();
    } });
`;

describe.skipIf(why !== undefined)("a slow consumer", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  beforeAll(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterAll(() => sandbox?.close());

  const applied = (verb: "add" | "delete", values: Iterable<Partial<Route>>) =>
    lastValueFrom(
      nl.route.batch$(verb, values).pipe(
        filter(({ type: status }) => status === "applied"),
        count(),
      ),
    );

  it("uses bounded memory in a storm, is notified of every loss, and can list the current state", async () => {
    const args = [
      `--net=${sandbox.namespace.path}`,
      process.execPath,
      "--input-type=module",
      "--eval",
      CONSUMER,
    ];
    const child = spawn("nsenter", args, { stdio: ["pipe", "pipe", "inherit"] });
    const ended = once(child, "exit");
    const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
    expect(JSON.parse((await lines.next()).value)).toEqual({ listening: true });
    for (let round = 0; round < 10; round++) {
      expect(await applied("add", blackholeRoutes(0, 20_000 / SCALE))).toBe(20_000 / SCALE);
      expect(await applied("delete", blackholeRoutes(0, 20_000 / SCALE))).toBe(20_000 / SCALE);
    }
    expect(await applied("add", blackholeRoutes(0, 777))).toBe(777);
    const total = 400_000 / SCALE + 777;
    child.stdin!.write(`${total}`);
    const reported = JSON.parse((await lines.next()).value) as Record<string, number>;
    await ended;
    console.log(`${total} changes: ${JSON.stringify(reported)}`);
    expect(reported.routes).toBe(777);
    expect(reported.events! + reported.drops!).toBe(total);
    expect(reported.drops).toBeGreaterThan(0);
    expect(reported.overruns).toBeGreaterThan(0);
    expect(reported.grownBy).toBeLessThan(64 * 1024 * 1024);
  });

  it("of a batch of a million rows receives each, in bounded memory", async () => {
    const before = process.memoryUsage.rss();
    let peak = 0;
    const looked = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    expect(await applied("add", blackholeRoutes(1 << 20, MILLION))).toBe(MILLION);
    clearInterval(looked);
    console.log(`${MILLION} adds: grown by ${((peak - before) / 2 ** 20).toFixed(0)} MiB`);
    expect(peak - before).toBeLessThan(128 * 1024 * 1024);
  });

  it("of a dump may unsubscribe early: its socket closes immediately, others continue", async () => {
    const { layout } = definitionOf(nl.route);
    const fresh = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
    const dump$ = fresh.connection.dump$({ type: RTM_GETROUTE, layout, value: { family: "inet" } });
    const open = async () => (await firstValueFrom(sandbox.transport.statistics$())).sockets.length;
    const before = await open();
    expect(await lastValueFrom(dump$.pipe(take(5), toArray()))).toHaveLength(5);
    expect(await open()).toBe(before);
    const whole = lastValueFrom(dump$.pipe(count()));
    expect(await lastValueFrom(dump$.pipe(take(5), toArray()))).toHaveLength(5);
    expect(await whole).toBeGreaterThanOrEqual(MILLION);
    fresh.connection.close();
  });
});
