import { channel } from "node:diagnostics_channel";
import { FlowControl, type NetlinkNotification, OutcomeUnknownError } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import {
  eachMessage,
  NLM_F_DUMP,
  NLM_F_REQUEST,
  NLMSG_ERROR,
  readError,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import type { SocketOverrun } from "@rxnetlink/transport";
import { catchError, EMPTY, filter, firstValueFrom, from, map, mergeMap, of, Subject } from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RTM_GETROUTE } from "#src/common/rtm.js";
import type { Route } from "#src/route/layout.js";
import { routeObject } from "#src/route/route.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import { blackholeRoutes } from "../support/blackhole-routes.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`overflows skipped: ${why}`);

describe.skipIf(why !== undefined)("if more arrives than is read", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  beforeEach(async () => {
    sandbox = await openSandbox();
    sandbox.run("ip link set lo up");
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterEach(() => sandbox?.close());

  const small = (receiveBuffer: number) =>
    rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref, receiveBuffer });

  /** Follows routes through a flowControl, from the moment that the socket listens. */
  async function followed(
    flowControl: FlowControl,
  ): Promise<{ seen: NetlinkNotification<Route>[]; first: Promise<unknown> }> {
    const seen: NetlinkNotification<Route>[] = [];
    const events$ = new Subject<NetlinkNotification<Route>>();
    const first = firstValueFrom(events$, { defaultValue: undefined });
    events$.subscribe({ next: (event) => seen.push(event), error: () => {} });
    await new Promise<void>((listening) =>
      small(16 * 1024)
        .route.notifications$({ flowControl, listening })
        .pipe(catchError(() => EMPTY))
        .subscribe(events$),
    );
    return { seen, first };
  }

  const add = (first: number, count: number) => all(nl.route.batch$("add", blackholeRoutes(first, count)));
  const has = (seen: NetlinkNotification<Route>[], dst: string) =>
    seen.some((event) => event.type === "new" && event.value.dst === dst);

  it("reports an overrun with the number of drops, and loses everything until the queue is empty", async () => {
    const [published, losses]: [unknown[], SocketOverrun[]] = [[], []];
    channel("rxnetlink:overrun").subscribe((message) => published.push(message));
    sandbox.transport.overruns$().subscribe((loss) => losses.push(loss));
    const flowControl = new FlowControl();
    const { seen, first } = await followed(flowControl);
    flowControl.pause();
    await add(0, 2000);
    // The queue no longer has room for it, although much was dropped long before.
    await add(5000, 1);
    flowControl.resume();
    await first;
    await add(6000, 1);
    expect(seen[0]).toEqual({ type: "overrun", drops: expect.any(Number) });
    const drained = seen.findIndex(({ type: event }) => event === "drained");
    expect(seen.slice(drained + 1)).toMatchObject([{ type: "new", value: { dst: "10.0.23.112" } }]);
    const { drops } = seen[0] as { drops: number };
    const delivered = seen.filter(({ type: event }) => event === "new").length;
    expect(drops).toBeGreaterThan(1000);
    expect(delivered - 1 + drops).toBe(2001);
    expect(has(seen, "10.0.0.0")).toBe(true);
    expect(has(seen, "10.0.19.136")).toBe(false);
    expect(has(seen, "10.0.23.112")).toBe(true);
    expect(losses).toContainEqual({ protocol: 0, portId: expect.any(Number), drops });
    expect(published).toEqual(losses);
  });

  it("has no outcome for requests whose acknowledgements were dropped, although they were executed", async () => {
    const { route } = small(1);
    const add$ = (value: Partial<Route>) =>
      route.add$(value).pipe(
        map(() => "ok"),
        catchError((error: Error) => of(error)),
      );
    const outcomes = await all(from(blackholeRoutes(0, 60)).pipe(mergeMap(add$)));
    const unknown = outcomes.filter((outcome) => outcome instanceof OutcomeUnknownError);
    expect(unknown.length).toBeGreaterThan(0);
    expect(outcomes.filter((outcome) => outcome !== "ok")).toEqual(unknown);
    expect(await all(nl.route.list$({ type: "blackhole" }))).toHaveLength(60);
  });

  it("refuses a second dump on one socket, which a connection therefore never requests", async () => {
    await add(0, 5000);
    const answers = new Subject<number>();
    const { layout } = routeObject;
    const dump = (sequence: number) => {
      const out = new Writer();
      writeMessage(out, {
        type: RTM_GETROUTE,
        flags: NLM_F_REQUEST | NLM_F_DUMP,
        sequence,
        layout,
        value: {},
      });
      return out.take();
    };
    const refused = firstValueFrom(answers.pipe(filter((errno) => errno !== 0)));
    const subscription = sandbox.transport
      .socket$({ protocol: 0, namespace: sandbox.namespace.ref })
      .subscribe((socket) => {
        socket.arrivals$.subscribe((arrival) => {
          if (arrival.type !== "datagram") return;
          eachMessage(arrival.view, arrival.start, arrival.end, (header, view, at, end) => {
            if (header.type === NLMSG_ERROR) answers.next(readError(header, view, at, end).errno);
          });
        });
        const both = Buffer.concat([dump(1), dump(2)]);
        socket.send(Uint8Array.from(both));
      });
    expect(await refused).toBe(16);
    subscription.unsubscribe();
    const dumps = await Promise.all(
      Array.from({ length: 50 }, () => all(nl.route.list$({ type: "blackhole" }))),
    );
    expect(dumps.map((rows) => rows.length)).toEqual(Array(50).fill(5000));
  });

  it("reports the fill level of the queue, and the number of drops", async () => {
    const flowControl = new FlowControl();
    await followed(flowControl);
    flowControl.pause();
    await add(0, 2000);
    const published: unknown[] = [];
    channel("rxnetlink:statistics").subscribe((message) => published.push(message));
    const { sockets, credits } = await firstValueFrom(sandbox.transport.statistics$());
    const full = sockets.find(({ protocol, paused }) => protocol === 0 && paused);
    expect(full!.queued).toBeGreaterThan(full!.receiveBuffer / 2);
    expect(full!.drops).toBeGreaterThan(0);
    expect(credits).toBeGreaterThan(0);
    expect(published).toHaveLength(1);
  });

  it("reports, for a batch, the rejected requests, and continues", async () => {
    await add(100, 3);
    const outcomes = await add(0, 1000);
    const rejected = outcomes.filter(({ type: status }) => status === "rejected");
    expect(rejected.map(({ index, error }) => [index, (error as { code?: string }).code])).toEqual([
      [100, "EEXIST"],
      [101, "EEXIST"],
      [102, "EEXIST"],
    ]);
    expect(await all(nl.route.list$({ type: "blackhole" }))).toHaveLength(1000);
  });
});
