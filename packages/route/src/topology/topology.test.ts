import type { ChangeNotification, NetlinkNotification, StateRules } from "@rxnetlink/core";
import { StateTracker, type TableSource } from "@rxnetlink/core/internal";
import fc from "fast-check";
import { defer, EMPTY, from, Subject, type Subscription } from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Address } from "#src/address/layout.js";
import { addressStateRules } from "#src/address/state.js";
import type { Link } from "#src/link/layout.js";
import { linkStateRules } from "#src/link/state.js";
import { neighbourStateRules } from "#src/neighbour/state.js";
import type { Route } from "#src/route/layout.js";
import { routeStateRules } from "#src/route/state.js";
import type { Rule } from "#src/rule/layout.js";
import { ruleStateRules } from "#src/rule/state.js";
import { type Topology, topologies$ } from "#src/topology/index.js";

const link = (index: number, more: Partial<Link> = {}) => ({ index, mtu: 1500, flags: 0, ...more }) as Link;
const address = (index: number, host: number) =>
  ({ family: "inet", index, prefixlen: 24, local: `192.0.2.${host}`, address: `192.0.2.${host}` }) as Address;
const route = (host: number, more: Partial<Route> = {}) =>
  ({ family: "inet", table: 254, dst: `198.51.100.${host}`, dstLen: 32, flags: 0, ...more }) as Route;

/** Tables with given initial rows, and a topology of them. */
class Fixture {
  readonly notifications$ = new Subject<NetlinkNotification<object>>();
  readonly seen: Topology[] = [];
  readonly subscription: Subscription;
  readonly #tracker: StateTracker<object>;
  readonly #sources: readonly TableSource<object>[];
  /** Rows that a list returns. */
  readonly #rows = new Map<string, Map<unknown, object>>();

  constructor(rows: Readonly<Record<string, readonly object[]>>) {
    const source = (name: string, declared: unknown): TableSource<object> => {
      const state = declared as StateRules<object>;
      const there = new Map((rows[name] ?? []).map((row) => [state.identityOf(row), row]));
      this.#rows.set(name, there as Map<unknown, object>);
      return {
        name,
        state,
        list$: (each) => defer(() => from([...there.values()])).pipe(each),
        barrier$: EMPTY,
      };
    };
    this.#sources = [
      source("link", linkStateRules),
      source("address", addressStateRules),
      source("neighbour", neighbourStateRules),
      source("route", routeStateRules),
      source("rule", ruleStateRules),
    ];
    const listen = (listening: () => void) => {
      queueMicrotask(listening);
      return this.notifications$;
    };
    this.#tracker = new StateTracker<object>(this.#sources, listen, () => false);
    this.subscription = topologies$(this.#tracker).subscribe((topology) => this.seen.push(topology));
  }

  /** Changes a row, and announces it. */
  change(object: string, value: object, event: ChangeNotification<object>["type"] = "new"): void {
    const id = this.#sources.find(({ name }) => name === object)?.state.identityOf(value);
    if (event === "new") this.#rows.get(object)?.set(id, value);
    else this.#rows.get(object)?.delete(id);
    this.announce(object, value, event);
  }

  /** Announces a change without making it. */
  announce(object: string, value: object, event: ChangeNotification<object>["type"]): void {
    this.notifications$.next({ type: event, object, value, sequence: 0, portId: 0, flags: 0 });
  }

  /** Returns the latest topology at the end of the turn, by default as soon as all tables are consistent. */
  async last(settled = true): Promise<Topology> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (settled && !this.#tracker.consistent);
    await new Promise((resolve) => setImmediate(resolve));
    return this.seen.at(-1) as Topology;
  }
}

describe("a topology", () => {
  let fixture: Fixture;

  beforeEach(() => {
    fixture = new Fixture({
      link: [link(1), link(2, { link: 3 }), link(3, { link: 2, master: 4 }), link(4), link(5, { link: 4 })],
      address: [address(2, 1), address(2, 2), address(9, 3)],
      route: [
        route(1, { oif: 2 }),
        route(2, { multipath: [{ ifindex: 2 }, { ifindex: 4 }] as NonNullable<Route["multipath"]> }),
        route(3),
      ],
      rule: [{ priority: 32766 } as Rule, { priority: 0 } as Rule],
    });
  });
  afterEach(() => fixture.subscription.unsubscribe());

  it("joins links with everything that belongs to them", async () => {
    const { links, otherRoutes, rules } = await fixture.last();
    expect(fixture.seen.length).toBe(1);
    const [two, three, four, five] = [2, 3, 4, 5].map((index) => links.get(index));
    expect(two?.peer).toBe(three?.link);
    expect(three?.peer).toBe(two?.link);
    expect(three?.master).toBe(four?.link);
    expect(five).toMatchObject({ lower: { index: 4 } });
    expect(two?.addresses.map(({ local }) => local)).toEqual(["192.0.2.1", "192.0.2.2"]);
    expect(two?.routes.map(({ dst }) => dst)).toEqual(["198.51.100.1", "198.51.100.2"]);
    expect(four?.routes.map(({ dst }) => dst)).toEqual(["198.51.100.2"]);
    expect(otherRoutes.map(({ dst }) => dst)).toEqual(["198.51.100.3"]);
    expect(rules.map(({ priority }) => priority)).toEqual([0, 32766]);
    // An address without its link is left out.
    expect([...links.values()].flatMap(({ addresses }) => addresses).length).toBe(2);
  });

  it("is emitted once per turn, and keeps unchanged nodes", async () => {
    const before = await fixture.last();
    fixture.change("address", address(1, 7));
    fixture.change("address", address(1, 8));
    const after = await fixture.last();
    expect(fixture.seen.length).toBe(2);
    expect(after.links.get(1)?.addresses.length).toBe(2);
    for (const index of [2, 3, 4, 5]) expect(after.links.get(index)).toBe(before.links.get(index));
    expect(after.rules).toBe(before.rules);
    expect(before.links.get(1)?.addresses).toEqual([]);
  });

  it("copies a list when it is first read, with the rows of its own time", async () => {
    const before = await fixture.last();
    fixture.change("route", route(9, { oif: 2 }));
    const after = await fixture.last();
    fixture.change("route", route(1, { oif: 2 }), "delete");
    await fixture.last();
    const hosts = ({ links }: Topology) => links.get(2)?.routes.map(({ dst }) => dst?.split(".").at(-1));
    expect(fixture.seen.map(hosts)).toEqual([
      ["1", "2"],
      ["1", "2", "9"],
      ["2", "9"],
    ]);
    expect(after.links.get(2)?.routes).toBe(after.links.get(2)?.routes);
    expect({ ...before.links.get(2) }.routes).toHaveLength(2);
  });

  it("is not emitted again if tables are listed again without a difference", async () => {
    await fixture.last();
    fixture.notifications$.next({ type: "overrun" });
    fixture.notifications$.next({ type: "drained" });
    await fixture.last();
    expect(fixture.seen.length).toBe(1);
  });

  it("keeps a node if only counters differ", async () => {
    const before = await fixture.last();
    fixture.change("link", link(2, { link: 3, stats64: { rxBytes: 1n } as NonNullable<Link["stats64"]> }));
    fixture.change("link", link(1, { mtu: 9000 }));
    const after = await fixture.last();
    expect(after.links.get(1)?.link.mtu).toBe(9000);
    expect(after.links.get(2)).toBe(before.links.get(2));
    expect(after.links.get(3)).toBe(before.links.get(3));
  });

  it("is never emitted in the middle of an overflow", async () => {
    await fixture.last();
    fixture.notifications$.next({ type: "overrun" });
    fixture.announce("link", link(1), "delete");
    expect((await fixture.last(false)).links.has(1)).toBe(true);
    expect(fixture.seen.length).toBe(1);
    fixture.notifications$.next({ type: "drained" });
    expect((await fixture.last()).links.size).toBe(5);
  });

  it("is consistent after random changes", async () => {
    const index = fc.integer({ min: 1, max: 4 });
    const event = fc.constantFrom<ChangeNotification<object>["type"]>("new", "delete");
    const host = fc.integer({ min: 1, max: 3 });
    const change = fc.oneof(
      fc.tuple(
        fc.constant("link"),
        event,
        fc.tuple(index, index).map(([i, master]) => link(i, { master })),
      ),
      fc.tuple(
        fc.constant("address"),
        event,
        fc.tuple(index, host).map(([i, h]) => address(i, h)),
      ),
      fc.tuple(
        fc.constant("route"),
        fc.constant("new" as const),
        fc.tuple(index, host).map(([oif, h]) => route(h, { oif })),
      ),
    );
    const turns = fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(turns, async (all) => {
        const tried = new Fixture({ link: [link(1)] });
        await tried.last();
        const there = new Map<string, object>();
        const links = new Set([1]);
        for (const turn of all) {
          for (const [object, what, value] of turn) {
            tried.change(object, value, what);
            if (object === "address" && what === "new") there.set(JSON.stringify(value), value);
            if (object === "address" && what === "delete") there.delete(JSON.stringify(value));
            if (object === "link") links[what === "new" ? "add" : "delete"]((value as Link).index);
          }
          const now = await tried.last();
          expect([...now.links.keys()].sort()).toEqual([...links].sort());
          for (const [at, node] of now.links) {
            const own = [...there.values()].filter((one) => (one as Address).index === at);
            expect(new Set(node.addresses)).toEqual(new Set(own));
            expect(node.routes.every(({ oif }) => oif === at)).toBe(true);
            expect(node.master).toBe(now.links.get(node.link.master ?? 0)?.link);
          }
        }
        tried.subscription.unsubscribe();
      }),
      { numRuns: 60 },
    );
  });
});
