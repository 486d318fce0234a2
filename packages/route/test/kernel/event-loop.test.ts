import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { filter, lastValueFrom, type Observable, Subject, take, tap } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`storms skipped: ${why}`);

/** Number of routes added at once, and the time for which a consumer blocks the event loop for each, in ms. */
const ROUTES = 300;
const COST = 1;

/** Minimum number of turns of the event loop while the routes are consumed, at 5 ms per slice. */
const TURNS = (ROUTES * COST) / 5 / 2;

function dawdle(): void {
  const end = performance.now() + COST;
  while (performance.now() < end) {}
}

describe.skipIf(why !== undefined)("in a storm", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  beforeAll(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterAll(() => sandbox?.close());

  /** Adds or deletes all routes at once, while the event loop of this thread is blocked. */
  function change(verb: "add" | "del"): void {
    const lines = Array.from(
      { length: ROUTES },
      (_, i) => `route ${verb} blackhole 10.0.${i >> 8}.${i & 255}`,
    );
    sandbox.run(`ip -batch - <<END\n${lines.join("\n")}\nEND`);
  }

  type Consumer = (ready: () => void) => Observable<unknown>;
  it.each<[string, Consumer]>([
    [
      "notifications$",
      (listening) =>
        nl.route.notifications$({ listening }).pipe(filter(({ type: event }) => event === "new")),
    ],
    [
      "watch$",
      (ready) =>
        nl.route.watch$().pipe(
          tap(({ type }) => type === "synced" && ready()),
          filter((event) => event.type === "added" && event.current.type === "blackhole"),
        ),
    ],
  ])("timers run while the events of %s are consumed", async (_, consumer) => {
    const ready$ = new Subject<void>();
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    // The event loop is blocked from here on, until all have been sent.
    ready$.pipe(take(1)).subscribe(() =>
      queueMicrotask(() => {
        change("add");
        turns = 0;
      }),
    );
    const consumed$ = consumer(() => ready$.next()).pipe(take(ROUTES), tap(dawdle));
    await lastValueFrom(consumed$);
    clearInterval(timer);
    change("del");
    expect(turns).toBeGreaterThan(TURNS);
  });
});
