import { describe, it } from "vitest";
import { ClosedError, WaitTimeoutError } from "#src/errors/errors.js";
import { waitFor } from "#src/operators/wait-for.js";
import { marbles } from "../../test/support/marbles.js";

describe("waitFor", () => {
  const isC = (value: string) => value === "c";

  it(
    "emits the first value that passes, and leaves",
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold("-a-b-c-c");
      expectObservable(source$.pipe(waitFor(isC, { within: 100 }))).toBe("-----(c|)");
      expectSubscriptions(source$.subscriptions).toBe("^----!");
    }),
  );

  it(
    "errors with what there was last when the time is over",
    marbles(({ cold, expectObservable, expectSubscriptions }, scheduler) => {
      const source$ = cold("-a-b------c");
      const late = new WaitTimeoutError("a c", 6, "b");
      const waiting$ = source$.pipe(waitFor(isC, { within: 6, what: "a c", scheduler }));
      expectObservable(waiting$).toBe("------#", undefined, late);
      expectSubscriptions(source$.subscriptions).toBe("^-----!");
    }),
  );

  it(
    "errors with the source, and where it ends before",
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold("-a#").pipe(waitFor(isC))).toBe("--#");
      const ended = new ClosedError("waiting for it: the source");
      expectObservable(cold("-a|").pipe(waitFor(isC))).toBe("--#", undefined, ended);
    }),
  );
});
