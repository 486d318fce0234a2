import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { filter, lastValueFrom, type Observable, Subject, take, tap } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`storms are not tried: ${why}`);

/** Routes that are added at once, and how long a consumer keeps the event loop for each, in milliseconds. */
const ROUTES = 300;
const COST = 1;

/** A slice of the event loop is 5 ms: so often it turns at least while the routes are consumed. */
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

  /** Adds or deletes all at once, while the event loop of this thread stands still. */
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
    // The event loop stands still from here on, until all have been sent.
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
