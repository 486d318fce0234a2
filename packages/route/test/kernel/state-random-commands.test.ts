// After random commands, tracked state equals a fresh list, except for members declared as silent.

import { definitionOf, type NetlinkObject, pick, type SilentChange } from "@rxnetlink/core";
import { trackableOf } from "@rxnetlink/core/internal";
import { all } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import fc from "fast-check";
import { identity } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import { COMMANDS, WORDS } from "../iproute2/random-commands.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`histories skipped: ${why}`);

const SETUP = `ip link set lo up; ip link add v0 type veth peer name v1; ip link add v2 type veth peer name v3
  ip link add br0 type bridge vlan_filtering 1 || ip link add br0 type bridge; ip link add ifb0 type ifb
  for link in v0 v1 v2 v3 br0; do ip link set $link up; done
  ip address add 192.0.2.1/24 dev v0; ip address add 198.51.0.99/24 dev v1`;

const OBJECTS = [
  ...(["link", "address", "route", "nexthop", "rule", "neighbour", "fdb", "mdb", "bridgeVlan"] as const),
  ...(["netconf", "qdisc", "class", "multicastAddress", "anycastAddress"] as const),
];

/** Number of sequences of commands. */
const RUNS = Number(process.env.RXNETLINK_HISTORIES ?? 4);
const ROUNDS = 8;
const AT_ONCE = 10;

/** Returns a command from a template, whose innermost braces are replaced first. */
function command(template: string, choose: (count: number) => number): string {
  const braces = /\{([^{}]*)\}/;
  let text = template;
  for (let found = braces.exec(text); found !== null; found = braces.exec(text)) {
    const [whole, inside = ""] = found;
    const words = (WORDS[inside] ?? inside).split(/\|(?![^{]*\})/);
    text = text.replace(whole, words[choose(words.length)]!);
  }
  return text;
}

type Members = Readonly<Record<string, unknown>>;
interface Difference {
  readonly object: string;
  /** Identity of the object. */
  readonly id: unknown;
  readonly path: string;
  readonly known: unknown;
  readonly listed: unknown;
}

let compared = 0;

function* differing(
  known: unknown,
  listed: unknown,
  volatile: ReadonlySet<string>,
  path = "",
): Generator<[string, unknown, unknown]> {
  const isSet = (value: unknown) => typeof value === "object" && value !== null;
  if (!isSet(known) || !isSet(listed)) {
    compared++;
    if (!Object.is(known, listed)) yield [path, known, listed];
    return;
  }
  for (const key of new Set([...Object.keys(known as Members), ...Object.keys(listed as Members)])) {
    const at = path === "" ? key : `${path}.${key}`;
    if (!volatile.has(key)) yield* differing((known as Members)[key], (listed as Members)[key], volatile, at);
  }
}

/** True if the difference is declared as silent. */
function isSilent(
  silent: Readonly<Record<string, SilentChange<object>>>,
  path: string,
  rows: readonly (object | undefined)[],
): boolean {
  return Object.entries(silent).some(
    ([at, { when }]) =>
      (path === at || path.startsWith(`${at}.`)) &&
      (when === undefined || rows.some((row) => row !== undefined && when(row))),
  );
}

/** One object as it is tracked: whole, and limited to some members. */
interface Known {
  readonly name: string;
  readonly object: NetlinkObject<object>;
  readonly members: readonly string[];
  whole: ReadonlyMap<unknown, object>;
  limited: ReadonlyMap<unknown, object>;
}

/** Differences between tracked state and a list. */
async function differences({ name, object, members, whole, limited }: Known) {
  const { identityOf, split = (row) => [row], volatile, silent = {} } = definitionOf(object).state!;
  const rows = (await all(trackableOf(object).source.list$(identity))).flatMap((row) => split(row));
  const listed = new Map(rows.map((row) => [identityOf(row), row]));
  const found: Difference[] = [];
  const compare = (id: unknown, known: object | undefined, truth: object | undefined) => {
    for (const [path, one, other] of differing(known, truth, new Set(volatile)))
      if (!isSilent(silent, path, [whole.get(id), listed.get(id as never)]))
        found.push({ object: name, id, path, known: one, listed: other });
  };
  for (const id of new Set([...whole.keys(), ...listed.keys()])) {
    if (id === undefined) continue;
    const truth = listed.get(id as never);
    compare(id, whole.get(id), truth);
    compare(id, limited.get(id), truth && pick(truth, ...(members as never[])));
  }
  return found;
}

/** Tracks all objects of a namespace; prints and leaves out those without notifications on this kernel. */
function follow(nl: Rtnetlink, choose: (count: number) => number): ReadonlyMap<string, Known> {
  const following = new Map<string, Known>();
  for (const name of OBJECTS) {
    const object = nl[name] as NetlinkObject<object>;
    const keys = definitionOf(object).layout.keys!();
    const members = keys.filter(() => choose(4) === 0).concat(keys[choose(keys.length)]!);
    const known: Known = { name, object, members, whole: new Map(), limited: new Map() };
    object.state$().subscribe({
      next(rows) {
        known.whole = rows;
        following.set(name, known);
      },
      error: (error) => console.log(`${name} is not tracked: ${error}`),
    });
    object.state$({ members: members as never }).subscribe({
      next(rows) {
        known.limited = rows;
      },
      error: () => {},
    });
  }
  return following;
}

async function isTrueAtRest(sandbox: Sandbox, seed: number): Promise<void> {
  const numbers = fc.sample(fc.nat(), { seed, numRuns: 20_000 });
  let at = 0;
  const choose = (count: number) => numbers[at++ % numbers.length]! % count;
  sandbox.run(`${SETUP}; true`);
  const nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  const known = follow(nl, choose);
  await vi.waitFor(() => expect(known.size).toBeGreaterThan(10), { timeout: 10_000 });
  for (let round = 0; round < ROUNDS; round++) {
    const commands = Array.from({ length: AT_ONCE }, () =>
      command(COMMANDS[choose(COMMANDS.length)]!, choose),
    );
    const quiet = commands.map((one) => `${one} >/dev/null 2>&1`);
    sandbox.run(`${quiet.join("\n")}\ntrue`);
    await vi.waitFor(
      async () => {
        for (const object of known.values())
          expect(await differences(object), `seed ${seed}, round ${round}:\n${commands.join("\n")}`).toEqual(
            [],
          );
      },
      { timeout: 20_000, interval: 200 },
    );
  }
}

describe.skipIf(why !== undefined)("tracked state", () => {
  const seed = Number(process.env.RXNETLINK_HISTORY_SEED ?? 5);

  it("equals a fresh list after random commands", { timeout: 3_600_000 }, async () => {
    for (let run = 0; run < RUNS; run++) {
      const sandbox = await openSandbox();
      try {
        await isTrueAtRest(sandbox, seed + run);
      } finally {
        await sandbox.close();
      }
    }
    console.log(`seed ${seed}: ${RUNS} histories, ${compared} members compared`);
  });
});
