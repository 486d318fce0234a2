import { lastValueFrom, NEVER, of, Subject, toArray } from "rxjs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { byTimestamp, type ProcEvent, type ProcExec, withProcessDetails } from "#src/proc/index.js";

const exec = (pid: number, timestampNs = 0n): ProcExec => ({
  type: "exec",
  pid,
  tgid: pid,
  thread: false,
  cpu: 0,
  timestampNs,
});
const lost: ProcEvent = { type: "lost", cpu: 0, events: 3 };
/** No process has this number: it is the greatest that the kernel allows. */
const NOBODY = 4_194_304;

describe("withProcessDetails()", () => {
  test("reads what the kernel does not report, and says what is gone", async () => {
    const event$ = of(exec(process.pid), lost, exec(NOBODY));
    const [own, , gone] = await lastValueFrom(event$.pipe(withProcessDetails(), toArray()));
    expect(own!.details).toMatchObject({
      type: "read",
      cmdline: expect.arrayContaining([expect.any(String)]),
      exe: process.execPath,
      ppid: process.ppid,
    });
    expect(gone!.details).toEqual({ type: "gone" });
  });

  test("keeps the order, and passes on what it has nothing to add to", async () => {
    const events = [exec(process.pid), lost, exec(NOBODY), lost, exec(process.pid)];
    const seen = await lastValueFrom(of(...events).pipe(withProcessDetails(), toArray()));
    expect(seen.map(({ details: _, ...event }) => event)).toEqual(events);
    expect(seen.map(({ details }) => details?.type)).toEqual(["read", undefined, "gone", undefined, "read"]);
  });

  test("skips processes while too many are being read", async () => {
    const events = Array.from({ length: 5 }, () => exec(process.pid));
    const seen = await lastValueFrom(of(...events).pipe(withProcessDetails({ concurrency: 2 }), toArray()));
    expect(seen.map(({ details }) => details?.type)).toEqual([
      "read",
      "read",
      "skipped",
      "skipped",
      "skipped",
    ]);
  });

  test("waits for none longer than it is told to", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const event$ = new Subject<ProcEvent>();
    const seen: unknown[] = [];
    const subscription = event$
      .pipe(withProcessDetails({ within: 50 }))
      .subscribe((event) => seen.push(event));
    event$.next(exec(process.pid));
    event$.next(lost);
    vi.runAllTimers();
    expect(seen).toEqual([{ ...exec(process.pid), details: { type: "skipped" } }, lost]);
    subscription.unsubscribe();
    vi.useRealTimers();
  });

  test.each([{ concurrency: 0 }, { within: -1 }, { procfs: 1 }, { concurency: 3 }])(
    "refuses %j",
    async (options) => {
      await expect(lastValueFrom(NEVER.pipe(withProcessDetails(options as never)))).rejects.toMatchObject({
        name: "ArgumentError",
      });
    },
  );
});

describe("byTimestamp()", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const MS = 1_000_000n;

  /** Sorts events with these times, in milliseconds; a loss has none. */
  function sorted(times: readonly (number | "lost")[]) {
    const event$ = new Subject<ProcEvent>();
    const seen: unknown[] = [];
    const subscription = event$
      .pipe(byTimestamp({ wait: 20 }))
      .subscribe((event) => seen.push("timestampNs" in event ? Number(event.timestampNs / MS) : event.type));
    for (const time of times) event$.next(time === "lost" ? lost : exec(1, BigInt(time) * MS));
    const atOnce = [...seen];
    return { seen, atOnce, event$, subscription };
  }

  test("sorts events that overtook each other", () => {
    const { seen, atOnce } = sorted([1, 3, 2, 50, 49, 51]);
    expect(atOnce).toEqual([1, 2, 3]);
    vi.runAllTimers();
    expect(seen).toEqual([1, 2, 3, 49, 50, 51]);
  });

  test("keeps a loss in its place", () => {
    const { seen, event$ } = sorted([1, 2, "lost", 4]);
    event$.complete();
    expect(seen).toEqual([1, 2, "lost", 4]);
  });

  test("leaves no timer", () => {
    const { subscription } = sorted([1]);
    subscription.unsubscribe();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("refuses what is no time", async () => {
    await expect(lastValueFrom(NEVER.pipe(byTimestamp({ wait: 0 })))).rejects.toMatchObject({
      name: "ArgumentError",
    });
  });
});
