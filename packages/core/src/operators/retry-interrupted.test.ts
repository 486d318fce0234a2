import { concat, defer, of, throwError } from "rxjs";
import { describe, expect, test } from "vitest";
import { ClosedError, DumpInterruptedError } from "#src/errors/errors.js";
import { retryInterrupted } from "#src/operators/retry-interrupted.js";
import { watch } from "../../test/support/kernel.js";

const request = { type: 22, flags: 0x301, value: {} };
const interrupted = () => throwError(() => new DumpInterruptedError(request));

/** A dump that is interrupted a number of times; each row is the number of the attempt. */
function dumpOf(interruptions: number) {
  const count = { attempts: 0 };
  const dump$ = defer(() => {
    const attempt = ++count.attempts;
    return attempt > interruptions ? of(attempt, attempt) : concat(of(attempt), interrupted());
  });
  return { dump$, count };
}

describe("retryInterrupted", () => {
  test("mirrors a dump that was not interrupted", () => {
    const { dump$, count } = dumpOf(0);
    expect(watch(dump$.pipe(retryInterrupted()))).toMatchObject({ values: [1, 1], ended: true });
    expect(count.attempts).toBe(1);
  });

  test("emits only the rows of the first complete dump", () => {
    expect(watch(dumpOf(3).dump$.pipe(retryInterrupted()))).toMatchObject({ values: [4, 4], ended: true });
  });

  test.each([
    [10, undefined],
    [2, 2],
  ])("gives up after %i repetitions", (repetitions, given) => {
    const { dump$, count } = dumpOf(100);
    const seen = watch(dump$.pipe(retryInterrupted(given)));
    expect(seen.values).toEqual([]);
    expect(seen.error).toBeInstanceOf(DumpInterruptedError);
    expect((seen.error as DumpInterruptedError).rows).toEqual([repetitions + 1]);
    expect(count.attempts).toBe(repetitions + 1);
  });

  test("does not repeat after any other error", () => {
    let attempts = 0;
    const error = new ClosedError("the connection");
    const dump$ = defer(() => {
      attempts++;
      return throwError(() => error);
    });
    expect(watch(dump$.pipe(retryInterrupted())).error).toBe(error);
    expect(attempts).toBe(1);
  });
});
