// A tracked state becomes correct again as soon as the kernel's faults end.
import { deepEqual, definitionOf, type NetlinkObject, pick } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { linkFlags, type Rule, rtnetlink, ruleFlags } from "@rxnetlink/route";
import { randomFaults } from "@rxnetlink/testing/fake";
import fc from "fast-check";
import { firstValueFrom, type Observable, Subject, takeUntil } from "rxjs";
import { expect, it } from "vitest";
import { fakeKernel } from "#src/fake-kernel.js";
import { beginning, type Operation, operations, perform } from "./support/operations.js";

/** Number of random sequences of operations. */
const RUNS = Number(process.env.RXNETLINK_STATE_RUNS ?? 150);
const LENGTH = 25;
const FAULTS = ["overrun", "dumpInterrupted", "busy", "reorder", "delay"] as const;

type Rows = Map<string | number, object>;
type Watched = NetlinkObject<object>;

/** Waits until everything has happened that needs no clock. */
async function quiet(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** True if the kernel reports the change: it does not for the group or alias of a link that is down. */
const isNotified = ({ value }: Operation) => !("group" in value || "ifalias" in value);

/** Follows an object by its change events alone. */
function followed(object: Watched, until$: Observable<void>): Rows {
  const rows: Rows = new Map();
  const identityOf = definitionOf(object).state!.identityOf;
  object
    .watch$()
    .pipe(takeUntil(until$))
    .subscribe((event) => {
      if (event.type === "removed") rows.delete(identityOf(event.previous)!);
      else if (event.type === "added" || event.type === "changed")
        rows.set(identityOf(event.current)!, event.current);
    });
  return rows;
}

/** Members that are also tracked alone: without those that the identity and the rules need. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  link: ["ifname", "mtu", "operstate"],
  address: ["label", "ifaFlags"],
  route: ["gateway", "metrics", "pref"],
  neighbour: ["lladdr", "state"],
  rule: ["flags", "table"],
};

const membersOf = (object: Watched) => MEMBERS[definitionOf(object).name] as readonly never[];

/** Returns the last map of some members of an object. */
function limited(object: Watched, until$: Observable<void>): () => ReadonlyMap<string | number, object> {
  let last: ReadonlyMap<string | number, object> = new Map();
  const state$ = object.state$({ members: membersOf(object) });
  state$.pipe(takeUntil(until$)).subscribe((rows) => {
    last = rows;
  });
  return () => last;
}

async function listed(object: Watched): Promise<Rows> {
  const rows = await all(object.list$());
  return new Map(rows.map((row) => [definitionOf(object).state!.identityOf(row)!, row]));
}

/** Returns the rows that differ. */
function differences(object: Watched, rows: ReadonlyMap<string | number, object>, expected: Rows): unknown[] {
  const ignored = new Set(definitionOf(object).state!.volatile);
  const keys = new Set([...rows.keys(), ...expected.keys()]);
  return [...keys]
    .filter((key) => !deepEqual(rows.get(key), expected.get(key), ignored))
    .map((key) => ({ object: definitionOf(object).name, known: rows.get(key), listed: expected.get(key) }));
}

async function becomesCorrect(sequence: readonly Operation[], seed: number, rate: number): Promise<void> {
  const faults = randomFaults(seed, rate, FAULTS);
  const kernel = fakeKernel({ faults, dumpSize: 700, receiveQueue: 24, seed });
  const [watching, writer] = [
    rtnetlink({ transport: kernel.transport }),
    rtnetlink({ transport: kernel.transport }),
  ];
  const { link, address, route, neighbour, rule } = watching;
  const objects = [link, address, route, neighbour, rule] as unknown as Watched[];
  const end$ = new Subject<void>();
  const followers = objects.map((object) => [object, followed(object, end$), limited(object, end$)] as const);
  for (const operation of [...beginning, ...sequence]) await perform(writer, operation);
  kernel.endFaults();
  await quiet();
  for (const [object, rows, some] of followers) {
    const expected = await listed(object);
    expect(differences(object, rows, expected)).toEqual([]);
    expect(differences(object, await firstValueFrom(object.state$()), expected)).toEqual([]);
    const picked = [...expected].map(([id, row]) => [id, pick(row, ...membersOf(object))] as const);
    expect(differences(object, some(), new Map(picked))).toEqual([]);
  }
  end$.next();
}

it("tracked state is correct when the faults are over, and equals the sum of its changes", {
  timeout: 3_600_000,
}, async () => {
  const seed = Number(process.env.RXNETLINK_STATE_SEED ?? Date.now() | 0);
  console.log(`seed ${seed}`);
  const sequences = fc.array(operations.filter(isNotified), { maxLength: LENGTH, size: "max" });
  const property = fc.asyncProperty(
    sequences,
    fc.nat(),
    fc.double({ min: 0, max: 0.4, noNaN: true }),
    becomesCorrect,
  );
  await fc.assert(property, { seed, numRuns: RUNS });
});

it("knows that there is a link of the name in a rule", async () => {
  const { transport } = fakeKernel();
  const [watching, writer] = [rtnetlink({ transport }), rtnetlink({ transport })];
  await all(writer.rule.add$({ iifname: "d0", table: 100 }));
  const end$ = new Subject<void>();
  const rows = followed(watching.rule as unknown as Watched, end$);
  const flags = () => [...rows.values()].flatMap((row) => ("iifname" in row ? [(row as Rule).flags] : []));
  await quiet();
  expect(flags()).toEqual([ruleFlags.bits.iifDetached]);
  await all(writer.link.add$({ ifname: "d0", linkinfo: { kind: "dummy" } }));
  await quiet();
  expect(flags()).toEqual([0]);
  end$.next();
});

it("knows that a bridge lost its port even if the next bridge was rejected", async () => {
  const { transport } = fakeKernel({ links: [{ ifname: "eth0" }] });
  const [watching, { link }] = [rtnetlink({ transport }), rtnetlink({ transport })];
  const end$ = new Subject<void>();
  const rows = followed(watching.link as unknown as Watched, end$);
  await all(link.add$({ ifname: "br0", linkinfo: { kind: "bridge" } }));
  const [eth0, br0] = [
    await all(link.get$({ ifname: "eth0" })),
    await all(link.get$({ ifname: "br0" })),
  ].flat();
  const [port, master] = [eth0?.index ?? 0, br0?.index ?? 0];
  for (const index of [port, master]) await all(link.change$({ index, flags: linkFlags.of("up") }));
  await all(link.change$({ index: port, master }));
  await quiet();
  expect(rows.get(master)).toMatchObject({ operstate: "up" });
  await expect(all(link.change$({ index: port, master: port }))).rejects.toThrow();
  await quiet();
  expect(rows.get(master)).toMatchObject({ operstate: "down" });
  end$.next();
});

it("knows the peer of a new veth", async () => {
  const { transport } = fakeKernel();
  const [watching, writer] = [rtnetlink({ transport }), rtnetlink({ transport })];
  const end$ = new Subject<void>();
  const rows = followed(watching.link as unknown as Watched, end$);
  await quiet();
  await all(writer.link.add$({ ifname: "v0", linkinfo: { data: { veth: { peer: { ifname: "v1" } } } } }));
  await quiet();
  expect([...rows.values()].slice(1)).toMatchObject([
    { index: 2, link: 3 },
    { index: 3, link: 2 },
  ]);
  end$.next();
});
