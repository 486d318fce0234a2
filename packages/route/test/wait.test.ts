import { WaitTimeoutError } from "@rxnetlink/core";
import { TestScheduler } from "rxjs/testing";
import { describe, expect, it } from "vitest";
import { type Address, addressFlags } from "#src/address/layout.js";
import { waitForAddress } from "#src/address/wait-for-address.js";
import { linkFlags } from "#src/link/enums.js";
import type { LinkPresence } from "#src/link/follow.js";
import type { Link } from "#src/link/layout.js";
import { waitForUp } from "#src/link/wait-for-up.js";

const inVirtualTime = (test: Parameters<TestScheduler["run"]>[0]) => () =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(test);

const link = (operstate: Link["operstate"], ...names: Parameters<typeof linkFlags.of>) =>
  ({ index: 2, operstate, flags: linkFlags.of(...names) }) as Link;
const sights = {
  a: { type: "absent" },
  d: { type: "present", link: link("down", "up") },
  u: { type: "present", link: link("up", "up", "lowerUp") },
  l: { type: "present", link: link("unknown", "up", "lowerUp") },
} as const satisfies Record<string, LinkPresence>;

describe("waitForUp", () => {
  it(
    "emits the link when it is up and has a carrier",
    inVirtualTime(({ cold, expectObservable }) => {
      const up$ = cold<LinkPresence>("-a-d-u-d", sights).pipe(waitForUp());
      expectObservable(up$).toBe("-----(u|)", { u: sights.u.link });
      expectObservable(cold<LinkPresence>("l", sights).pipe(waitForUp())).toBe("(l|)", { l: sights.l.link });
    }),
  );

  it(
    "errors with what was seen last",
    inVirtualTime(({ cold, expectObservable }) => {
      const up$ = cold<LinkPresence>("-a-d", sights).pipe(waitForUp({ within: 5 }));
      expectObservable(up$).toBe("-----#", undefined, new WaitTimeoutError("the link to be up", 5, sights.d));
    }),
  );
});

describe("waitForAddress", () => {
  const address = (index: number, ...names: Parameters<typeof addressFlags.of>) =>
    ({ index, local: "2001:db8::1", flags: addressFlags.of(...names) }) as Address;
  const map = (...addresses: Address[]) => new Map(addresses.entries());
  const [other, tentative, failed] = [address(1), address(2, "tentative"), address(2, "dadfailed")];
  const [ready, optimistic] = [address(2, "permanent"), address(2, "tentative", "optimistic")];

  it(
    "emits the first that matches and is no longer tentative",
    inVirtualTime(({ cold, expectObservable }) => {
      const maps = { a: map(other), b: map(other, tentative), c: map(failed), d: map(other, ready) };
      const ready$ = cold("-a-b-c-d-a", maps).pipe(waitForAddress({ index: 2 }));
      expectObservable(ready$).toBe("-------(r|)", { r: ready });
      const early$ = cold("-a", { a: map(optimistic) }).pipe(waitForAddress({ index: 2 }));
      expectObservable(early$).toBe("-(r|)", { r: optimistic });
    }),
  );
});
