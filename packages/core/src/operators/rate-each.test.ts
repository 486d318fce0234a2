import { describe, it } from "vitest";
import { rateEach } from "#src/operators/rate-each.js";
import { marbles } from "../../test/support/marbles.js";

interface Counted {
  readonly id: string;
  readonly bytes: bigint;
}

const one = (id: string, bytes: bigint): Counted => ({ id, bytes });
const rated = (value: Counted, bytes: number) => ({ value, rates: { bytes } });

describe("rateEach", () => {
  it(
    "emits the growth of each value's counters per second, of values that were there before",
    marbles(({ cold, expectObservable }, scheduler) => {
      const lists = {
        a: [one("x", 100n), one("y", 0n)],
        b: [one("y", 50n), one("x", 400n), one("z", 9n)],
        c: [one("z", 109n)],
      };
      const lists$ = cold<readonly Counted[]>("a 99ms b 499ms c|", lists);
      const byId = rateEach(
        ({ id }: Counted) => id,
        ({ bytes }) => ({ bytes }),
        scheduler,
      );
      expectObservable(lists$.pipe(byId)).toBe("100ms b 499ms c|", {
        b: [rated(one("y", 50n), 500), rated(one("x", 400n), 3000)],
        c: [rated(one("z", 109n), 200)],
      });
    }),
  );

  it(
    "ignores a second list at the same moment",
    marbles(({ cold, expectObservable }, scheduler) => {
      const lists = { a: [one("x", 0n)], b: [one("x", 50n)], c: [one("x", 100n)] };
      const lists$ = cold<readonly Counted[]>("(ab) 96ms c", lists);
      const byId = rateEach(
        ({ id }: Counted) => id,
        ({ bytes }) => ({ bytes }),
        scheduler,
      );
      expectObservable(lists$.pipe(byId)).toBe("100ms c", { c: [rated(one("x", 100n), 1000)] });
    }),
  );
});
