import { describe, it } from "vitest";
import { ClosedError, WaitTimeoutError } from "#src/errors/errors.js";
import { waitFor } from "#src/operators/wait-for.js";
import { marbles } from "../../test/support/marbles.js";

describe("waitFor", () => {
  const isC = (value: string) => value === "c";

  it(
    "emits the first value that passes, and unsubscribes",
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold("-a-b-c-c");
      expectObservable(source$.pipe(waitFor(isC, { within: 100 }))).toBe("-----(c|)");
      expectSubscriptions(source$.subscriptions).toBe("^----!");
    }),
  );

  it(
    "errors with the last value after the time limit",
    marbles(({ cold, expectObservable, expectSubscriptions }, scheduler) => {
      const source$ = cold("-a-b------c");
      const late = new WaitTimeoutError("a c", 6, "b");
      const waiting$ = source$.pipe(waitFor(isC, { within: 6, what: "a c", scheduler }));
      expectObservable(waiting$).toBe("------#", undefined, late);
      expectSubscriptions(source$.subscriptions).toBe("^-----!");
    }),
  );

  it(
    "errors with the source, and if it completes first",
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold("-a#").pipe(waitFor(isC))).toBe("--#");
      const ended = new ClosedError("waiting for it: the source");
      expectObservable(cold("-a|").pipe(waitFor(isC))).toBe("--#", undefined, ended);
    }),
  );
});
