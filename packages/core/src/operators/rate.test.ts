import { describe, it } from "vitest";
import { rate } from "#src/operators/rate.js";
import { marbles } from "../../test/support/marbles.js";

describe("rate", () => {
  const count = <T extends bigint | number>(count: T) => ({ count });

  it(
    "emits the growth of counters per second",
    marbles(({ cold, expectObservable }, scheduler) => {
      const samples$ = cold("a 99ms b 299ms c|", { a: 100n, b: 400n, c: 400n });
      expectObservable(samples$.pipe(rate(count, scheduler))).toBe("100ms b 299ms c|", {
        b: { count: 3000 },
        c: { count: 0 },
      });
    }),
  );

  it(
    "follows a 32-bit counter that wraps, and starts over with a new link",
    marbles(({ cold, expectObservable }, scheduler) => {
      const samples$ = cold("a 99ms b 99ms c", { a: 2 ** 32 - 100, b: 200, c: 50 });
      const source = samples$.pipe(rate(count, scheduler));
      expectObservable(source).toBe("100ms b 99ms c", { b: { count: 3000 }, c: { count: 500 } });
      const large$ = cold("a 99ms b", { a: 5000n, b: 50n });
      expectObservable(large$.pipe(rate(count, scheduler))).toBe("100ms b", { b: { count: 500 } });
    }),
  );

  it(
    "ignores a second sample at the same moment",
    marbles(({ cold, expectObservable }, scheduler) => {
      const samples$ = cold("(ab) 96ms c", { a: 0n, b: 100n, c: 200n });
      expectObservable(samples$.pipe(rate(count, scheduler))).toBe("100ms c", { c: { count: 2000 } });
      const later$ = cold("a 99ms (bc)", { a: 0n, b: 100n, c: 200n });
      expectObservable(later$.pipe(rate(count, scheduler))).toBe("100ms b", { b: { count: 1000 } });
    }),
  );
});
