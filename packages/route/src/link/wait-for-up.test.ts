import { WaitTimeoutError } from "@rxnetlink/core";
import { TestScheduler } from "rxjs/testing";
import { describe, expect, it } from "vitest";
import { linkFlags } from "#src/link/enums.js";
import type { LinkPresence } from "#src/link/follow.js";
import type { Link } from "#src/link/layout.js";
import { waitForUp } from "#src/link/wait-for-up.js";

const inVirtualTime = (test: Parameters<TestScheduler["run"]>[0]) => () =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(test);

const link = (operstate: Link["operstate"], ...names: Parameters<typeof linkFlags.of>) =>
  ({ index: 2, operstate, flags: linkFlags.of(...names) }) as Link;
const presences = {
  a: { type: "absent" },
  d: { type: "present", link: link("down", "up") },
  u: { type: "present", link: link("up", "up", "lowerUp") },
  l: { type: "present", link: link("unknown", "up", "lowerUp") },
} as const satisfies Record<string, LinkPresence>;

describe("waitForUp", () => {
  it(
    "emits the link when it is up and has a carrier",
    inVirtualTime(({ cold, expectObservable }) => {
      const up$ = cold<LinkPresence>("-a-d-u-d", presences).pipe(waitForUp());
      expectObservable(up$).toBe("-----(u|)", { u: presences.u.link });
      expectObservable(cold<LinkPresence>("l", presences).pipe(waitForUp())).toBe("(l|)", {
        l: presences.l.link,
      });
    }),
  );

  it(
    "errors with the last presence",
    inVirtualTime(({ cold, expectObservable }) => {
      const up$ = cold<LinkPresence>("-a-d", presences).pipe(waitForUp({ within: 5 }));
      expectObservable(up$).toBe(
        "-----#",
        undefined,
        new WaitTimeoutError("the link to be up", 5, presences.d),
      );
    }),
  );
});
