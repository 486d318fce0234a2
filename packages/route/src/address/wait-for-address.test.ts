import { TestScheduler } from "rxjs/testing";
import { describe, expect, it } from "vitest";
import { type Address, addressFlags } from "#src/address/layout.js";
import { waitForAddress } from "#src/address/wait-for-address.js";

const inVirtualTime = (test: Parameters<TestScheduler["run"]>[0]) => () =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(test);

describe("waitForAddress", () => {
  const address = (index: number, ...names: Parameters<typeof addressFlags.of>) =>
    ({ index, local: "2001:db8::1", flags: addressFlags.of(...names) }) as Address;
  const map = (...addresses: Address[]) => new Map(addresses.entries());
  const [other, tentative, failed] = [address(1), address(2, "tentative"), address(2, "dadfailed")];
  const [ready, optimistic] = [address(2, "permanent"), address(2, "tentative", "optimistic")];

  it(
    "emits the first address that matches and is no longer tentative",
    inVirtualTime(({ cold, expectObservable }) => {
      const maps = { a: map(other), b: map(other, tentative), c: map(failed), d: map(other, ready) };
      const ready$ = cold("-a-b-c-d-a", maps).pipe(waitForAddress({ index: 2 }));
      expectObservable(ready$).toBe("-------(r|)", { r: ready });
      const early$ = cold("-a", { a: map(optimistic) }).pipe(waitForAddress({ index: 2 }));
      expectObservable(early$).toBe("-(r|)", { r: optimistic });
    }),
  );
});
