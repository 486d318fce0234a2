import { EMPTY, from, lastValueFrom, Observable, of, Subject, throwError } from "rxjs";
import { describe, expect, test } from "vitest";
import { FlowControl } from "#src/connection/flow-control.js";
import {
  type BackpressureStrategy,
  backpressure,
  conflate,
  dropNewest,
  keepLatest,
  pauseSource,
} from "#src/operators/backpressure.js";
import { waitFor } from "#src/operators/wait-for.js";
import { watch } from "../../test/support/kernel.js";

/** A consumer that works on each value until it may continue. */
function slowly(pace: BackpressureStrategy<string>) {
  const source$ = new Subject<string>();
  const begun: string[] = [];
  let goOn = () => {};
  const seen = watch(
    source$.pipe(
      backpressure((value) => {
        begun.push(value);
        return new Observable<string>((subscriber) => {
          goOn = () => {
            subscriber.next(value.toUpperCase());
            subscriber.complete();
          };
        });
      }, pace),
    ),
  );
  return {
    source$,
    begun,
    seen,
    goOn: () => goOn(),
    push(...values: string[]) {
      for (const value of values) source$.next(value);
    },
  };
}

describe("backpressure", () => {
  test("passes one value at a time, in order, and completes after the last", () => {
    const { source$, begun, seen, goOn, push } = slowly(pauseSource(new FlowControl()));
    push("a", "b");
    source$.complete();
    expect(begun).toEqual(["a"]);
    goOn();
    expect(begun).toEqual(["a", "b"]);
    expect(seen.ended).toBe(false);
    goOn();
    expect(seen).toMatchObject({ values: ["A", "B"], ended: true });
  });

  test("passes 100,000 values to a synchronous consumer without growing the stack", () => {
    const seen = watch(
      from(Array(100_000).keys()).pipe(
        backpressure((value) => of(value), pauseSource<number>(new FlowControl())),
      ),
    );
    expect(seen.values).toHaveLength(100_000);
    expect(seen.ended).toBe(true);
  });

  test("lets the event loop turn while it empties the buffer", async () => {
    const [source$, first$] = [new Subject<number>(), new Subject<never>()];
    const seen: (number | string)[] = [];
    const dawdle = (value: number) => {
      seen.push(value);
      if (value === 0) return first$;
      for (const end = performance.now() + 1; performance.now() < end; );
      return EMPTY;
    };
    const over = lastValueFrom(source$.pipe(backpressure(dawdle, pauseSource(new FlowControl()))), {
      defaultValue: 0,
    });
    for (let value = 0; value < 20; value++) source$.next(value);
    source$.complete();
    first$.complete();
    setTimeout(() => seen.push("a timer"));
    await over;
    const values = seen.filter((one) => one !== "a timer");
    expect(values).toEqual([...Array(20).keys()]);
    expect(seen.at(-1)).toBe(19);
    expect(seen).toContain("a timer");
  });

  test("errors with its source and with its consumer", () => {
    const { source$, seen } = slowly(keepLatest());
    source$.error(new Error("source"));
    expect(seen.error).toEqual(new Error("source"));
    const failing = watch(
      of(1).pipe(backpressure(() => throwError(() => new Error("consumer")), keepLatest<number>())),
    );
    expect(failing.error).toEqual(new Error("consumer"));
  });

  test("cancels the work under way when it is unsubscribed", () => {
    let cancelled = false;
    const work = new Observable<never>(() => () => {
      cancelled = true;
    });
    watch(of(1).pipe(backpressure(() => work, keepLatest<number>()))).unsubscribe();
    expect(cancelled).toBe(true);
  });
});

describe("pauseSource", () => {
  test("pauses at the limit and resumes at half of it", () => {
    const flowControl = new FlowControl();
    const closed: boolean[] = [];
    flowControl.paused$.subscribe((is) => closed.push(is));
    const { goOn, push } = slowly(pauseSource(flowControl, 4));
    push("a", "b", "c", "d");
    expect(closed).toEqual([false]);
    push("e");
    expect(closed).toEqual([false, true]);
    goOn();
    expect(closed).toEqual([false, true]);
    goOn();
    expect(closed).toEqual([false, true, false]);
  });
});

describe("conflate", () => {
  test("keeps the last value of each key, in the order of the first", () => {
    const { begun, goOn, push } = slowly(conflate((value) => value[0]));
    push("x0", "a1", "b1", "a2", "b2", "a3");
    goOn();
    goOn();
    expect(begun).toEqual(["x0", "a3", "b2"]);
  });
});

describe("keepLatest", () => {
  test("keeps only the last value", () => {
    const { begun, goOn, push } = slowly(keepLatest());
    push("a", "b", "c");
    goOn();
    expect(begun).toEqual(["a", "c"]);
  });
});

describe("dropNewest", () => {
  test("reports the values that did not fit", () => {
    const dropped: string[] = [];
    const { begun, goOn, push } = slowly(dropNewest(2, (value) => dropped.push(value)));
    push("a", "b", "c", "d", "e");
    goOn();
    goOn();
    expect(begun).toEqual(["a", "b", "c"]);
    expect(dropped).toEqual(["d", "e"]);
  });
});

describe("exceptions of a caller's function error the stream", () => {
  const thrower = () => {
    throw new Error("mine");
  };

  test.each<[string, () => Observable<unknown>]>([
    [
      "the project",
      () =>
        of(1, 2).pipe(
          backpressure(
            thrower,
            dropNewest(9, () => {}),
          ),
        ),
    ],
    ["the key", () => of(1, 2).pipe(backpressure(of, conflate(thrower)))],
    ["the policy", () => of(1, 2).pipe(backpressure(of, thrower))],
    [
      "the callback of dropped values",
      () => of(1, 2, 3).pipe(backpressure(() => new Observable(), dropNewest(0, thrower))),
    ],
    ["what has to pass", () => of(1).pipe(waitFor(thrower))],
  ])("%s", (_, make$) => {
    expect(watch(make$()).error).toEqual(new Error("mine"));
  });

  test("in a later turn too", () => {
    const source$ = new Subject<number>();
    const seen = watch(
      source$.pipe(backpressure((value) => (value === 2 ? thrower() : of(value)), keepLatest())),
    );
    source$.next(1);
    source$.next(2);
    expect(seen.error).toEqual(new Error("mine"));
  });
});
