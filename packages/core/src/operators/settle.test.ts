import { describe, it } from "vitest";
import { settle } from "#src/operators/settle.js";
import { marbles } from "../../test/support/marbles.js";

describe("settle", () => {
  it(
    "emits the newest value after a quiet time",
    marbles(({ hot, expectObservable }) => {
      expectObservable(hot("a-b-c-----d-----|").pipe(settle(3))).toBe("-------c-----d--|");
    }),
  );

  it(
    "does not wait longer than maxWait",
    marbles(({ hot, expectObservable }) => {
      const source$ = hot("  ab-cd-ef-gh-ij-----k|");
      const expected = "     -----d-----h----j---(k|)";
      expectObservable(source$.pipe(settle(3, { maxWait: 5 }))).toBe(expected.trim());
    }),
  );

  it(
    "emits the pending value when the source completes, but not when it errors",
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold("-a|").pipe(settle(5))).toBe("--(a|)");
      expectObservable(cold("-a#").pipe(settle(5))).toBe("--#");
      expectObservable(cold("---|").pipe(settle(5))).toBe("---|");
    }),
  );

  it(
    "unsubscribes with its subscriber",
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold("-a-b-c-d-e");
      expectObservable(source$.pipe(settle(3)), "----!").toBe("-----");
      expectSubscriptions(source$.subscriptions).toBe("^---!");
    }),
  );
});
