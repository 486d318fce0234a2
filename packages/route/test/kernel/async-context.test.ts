import { AsyncLocalStorage } from "node:async_hooks";
import { FlowControl, type Transport } from "@rxnetlink/core";
import { backpressure, dropNewest, pauseSource } from "@rxnetlink/core/operators";
import { fakeKernel } from "@rxnetlink/fake-route";
import { scriptedTransport } from "@rxnetlink/testing";
import { whyNoNamespaces, withNamespace } from "@rxnetlink/testing/kernel";
import { directTransport, kernelTransport } from "@rxnetlink/transport";
import { catchError, finalize, firstValueFrom, type Observable, of, Subject, take, tap } from "rxjs";
import { describe, expect, it } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import { REQUESTS, STREAMS } from "../support/streams.js";

const reason = whyNoNamespaces();
if (reason !== undefined) console.log(`skipped: ${reason}`);

const storage = new AsyncLocalStorage<string>();
const here = () => storage.getStore() ?? "none";

/** Contexts in which a subscriber is called, and the end of the stream. */
interface Follower {
  readonly contexts: Set<string>;
  readonly ended: Promise<unknown>;
}

/** Subscribes in its own context. */
function follow(context: string, source$: Observable<unknown>): Follower {
  const contexts = new Set<string>();
  const note = () => contexts.add(here());
  const ended = new Promise((resolve) => {
    const all = { next: note, error: note, complete: note };
    const subscribe = () =>
      source$
        .pipe(
          tap(all),
          finalize(note),
          finalize(() => resolve(undefined)),
        )
        .subscribe(all);
    if (context === "none") storage.exit(subscribe);
    else storage.run(context, subscribe);
  });
  return { contexts, ended };
}

/** Subscribes twice with a context and once without, at the same time. */
const SUBSCRIBERS = ["first", "none", "second"];

/** Opens the transport, and everything shared, in another context. */
async function opener(nl: Rtnetlink): Promise<void> {
  await storage.run("opener", () => firstValueFrom(nl.link.list$()));
}

async function expectOwn(followers: readonly Follower[]): Promise<void> {
  await Promise.all(followers.map(({ ended }) => ended));
  expect(followers.map(({ contexts }) => [...contexts])).toEqual(SUBSCRIBERS.map((context) => [context]));
}

const TRANSPORTS: Readonly<Record<string, () => Transport>> = {
  kernelTransport,
  directTransport,
  fakeKernel: () => fakeKernel().transport,
};

describe.each(Object.entries(TRANSPORTS))(
  "over %s, subscribers are called in their own context",
  (name, make) => {
    it.each(Object.entries(REQUESTS))("%s", async (_, request) => {
      const transport = make();
      const nl = rtnetlink({ transport });
      await opener(nl);
      await expectOwn(SUBSCRIBERS.map((context) => follow(context, request(nl))));
      await transport.close();
    });

    it.each(Object.entries(STREAMS))("%s", async (_, stream) => {
      const transport = make();
      const nl = rtnetlink({ transport });
      await opener(nl);
      const followers = SUBSCRIBERS.map((context) => follow(context, stream(nl)));
      await opener(nl);
      await storage.run("closer", () => transport.close());
      await expectOwn(followers);
    });

    it("for socket$ and its arrivals", async () => {
      const transport = make();
      const nl = rtnetlink({ transport });
      await opener(nl);
      const socket$ = transport.socket$({ protocol: 0, groups: [1] });
      const arrivals = SUBSCRIBERS.map((context) => {
        const done = new Subject<Follower>();
        const follower = firstValueFrom(done);
        const opened = follow(
          context,
          socket$.pipe(tap(({ arrivals$ }) => done.next(follow(here(), arrivals$)))),
        );
        return { opened, follower };
      });
      const inner = await Promise.all(arrivals.map(({ follower }) => follower));
      await storage.run("closer", () => transport.close());
      await expectOwn(arrivals.map(({ opened }) => opened));
      if (name !== "fakeKernel") await expectOwn(inner);
    });

    it("for the iterable of a batch, and the callback of joined groups", async () => {
      const transport = make();
      const nl = rtnetlink({ transport });
      await opener(nl);
      const followers = SUBSCRIBERS.map((context) => {
        const contexts = new Set<string>();
        function* values() {
          // The queue of the fake kernel has no room for that many errors.
          const index = name === "fakeKernel" ? 1 : 77;
          for (let i = 0; i < 2000; i++) {
            contexts.add(here());
            yield { index, mtu: 1400 };
          }
        }
        const listening = () => contexts.add(here());
        const { link } = nl;
        const streams = [
          link.notifications$({ listening }),
          link.watch$({}, { listening }),
          nl.topology$({ listening }),
        ];
        for (const stream$ of streams) follow(context, stream$);
        return { contexts, ended: follow(context, nl.link.batch$("change", values())).ended };
      });
      await expectOwn(followers);
      await transport.close();
    });
  },
);

describe("over fakeKernel, subscribers are called in their own context", () => {
  it.each(Object.entries(STREAMS))("for changes by others: %s", async (_, stream) => {
    const { transport } = fakeKernel();
    const nl = rtnetlink({ transport });
    await opener(nl);
    const followers = SUBSCRIBERS.map((context) => follow(context, stream(nl)));
    await opener(nl);
    await storage.run("changer", () =>
      firstValueFrom(nl.link.add$({ ifname: "d0", linkinfo: { kind: "dummy" } })),
    );
    await opener(nl);
    await storage.run("closer", () => transport.close());
    await expectOwn(followers);
  });

  it("for the work of a slow consumer", async () => {
    const { transport } = fakeKernel({ links: [{ ifname: "eth0" }, { ifname: "eth1" }] });
    const nl = rtnetlink({ transport });
    const others = new Subject<void>();
    const followers = SUBSCRIBERS.flatMap((context) =>
      [pauseSource<unknown>(new FlowControl()), dropNewest<unknown>(9, () => {})].map((pace) => {
        const contexts = new Set<string>();
        // Work that another context completes.
        const work = () => {
          contexts.add(here());
          return others.pipe(take(1));
        };
        return { contexts, ended: follow(context, nl.link.list$().pipe(backpressure(work, pace))).ended };
      }),
    );
    for (let turn = 0; turn < 9; turn++) {
      await new Promise(setImmediate);
      storage.run("other", () => others.next());
    }
    await Promise.all(followers.map(({ ended }) => ended));
    const expected = SUBSCRIBERS.flatMap((context) => [[context], [context]]);
    expect(followers.map(({ contexts }) => [...contexts])).toEqual(expected);
  });
});

it("subscribers are called in their own context when a request times out", async () => {
  const nl = rtnetlink({ transport: scriptedTransport(() => {}), timeout: 20 });
  const opened = storage.run("opener", () => firstValueFrom(nl.link.list$().pipe(catchError(() => of(1)))));
  await expectOwn(SUBSCRIBERS.map((context) => follow(context, nl.link.get$({ index: 1 }))));
  nl.connection.close();
  await opened;
});

describe.skipIf(reason !== undefined)("over the kernel, subscribers are called in their own context", () => {
  it.each(Object.entries(STREAMS))("for changes by others: %s", async (_, stream) => {
    await withNamespace(async ({ transport, namespace, run }) => {
      const nl = rtnetlink({ transport, namespace: namespace.ref });
      await opener(nl);
      const followers = SUBSCRIBERS.map((context) => follow(context, stream(nl)));
      await opener(nl);
      run("ip link set lo mtu 1400");
      await storage.run("changer", () => firstValueFrom(nl.link.change$({ index: 1, mtu: 1300 })));
      await opener(nl);
      storage.run("closer", () => nl.connection.close());
      await expectOwn(followers);
    });
  });

  it("for the statistics of a transport", async () => {
    const transport = kernelTransport();
    const streams = {
      loss: transport.overruns$(),
      statistics: transport.statistics$(5),
      names: transport.namespaces$(),
    };
    const early = Object.values(streams).map((stream$) =>
      SUBSCRIBERS.map((context) => follow(context, stream$)),
    );
    await opener(rtnetlink({ transport }));
    const late = Object.values(streams).map((stream$) =>
      SUBSCRIBERS.map((context) => follow(context, stream$)),
    );
    await firstValueFrom(streams.statistics.pipe(take(3)));
    await storage.run("closer", () => transport.close());
    for (const followers of [...early, ...late]) await expectOwn(followers);
  });
});
