import { describe, it } from "vitest";
import { distinctField } from "#src/operators/distinct-field.js";
import type { WatchEvent } from "#src/state/watch.js";
import { marbles } from "../../test/support/marbles.js";

interface Port {
  readonly state: string;
  readonly mtu?: number;
}
const told = { origin: "other", inferred: false } as const;
const changed = (previous: Port, current: Port, revision: number): WatchEvent<Port> => ({
  type: "changed",
  previous,
  current,
  revision,
  ...told,
});
const [down, up, large] = [{ state: "down" }, { state: "up" }, { state: "up", mtu: 9000 }];

describe("distinctField", () => {
  const source = {
    a: { type: "added", current: down, revision: 0, ...told },
    s: { type: "synced", revision: 0, size: 1 },
    b: changed(down, up, 1),
    c: changed(up, large, 2),
    d: changed(large, down, 3),
    r: { type: "removed", previous: down, revision: 4, ...told },
  } as const satisfies Record<string, WatchEvent<Port>>;

  it(
    "emits only the changes of one member",
    marbles(({ cold, expectObservable }) => {
      const events$ = cold<WatchEvent<Port>>("-a-s-b-c-d-r|", source);
      expectObservable(events$.pipe(distinctField("state"))).toBe("-----x---y--|", {
        x: { previous: "down", current: "up", value: up, revision: 1 },
        y: { previous: "up", current: "down", value: down, revision: 3 },
      });
    }),
  );

  it(
    "has only one side if the member appears or disappears",
    marbles(({ cold, expectObservable }) => {
      const events$ = cold<WatchEvent<Port>>("-b-c-d-#", source);
      expectObservable(events$.pipe(distinctField("mtu"))).toBe("---x-y-#", {
        x: { current: 9000, value: large, revision: 2 },
        y: { previous: 9000, value: down, revision: 3 },
      });
    }),
  );
});
