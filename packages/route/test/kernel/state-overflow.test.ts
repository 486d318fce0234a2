import { deepEqual, definitionOf, type NetlinkObject } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { type KernelTransport, kernelTransport } from "@rxnetlink/transport";
import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import { routeAsIp } from "../iproute2/printed/route.js";
import { RandomChanges } from "../support/random-changes.js";
import { WatchedMembers } from "../support/watched-members.js";
import { WatchedTable } from "../support/watched-table.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`resynchronization skipped: ${why}`);

/** Total number of overflows; an emulated machine is twenty times slower. */
const OVERFLOWS = process.env.IN_NLVM === undefined ? 1000 : 50;
const ROUNDS = 10;

/** Returns objects as text, independent of their order. */
const text = (values: readonly object[]) =>
  [
    ...new Set(
      values.map((value) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))),
    ),
  ].sort();
/** Objects that are also watched by some members: without their identity, and with members that change. */
const MEMBERS = [
  ["link", "ifname", "flags", "operstate"],
  ["address", "local", "prefixlen", "ifaFlags"],
  ["route", "dst", "oif", "priority", "metrics"],
  ["rule", "priority", "table"],
] as const;

const objectOf = (nl: Rtnetlink, name: (typeof MEMBERS)[number][0]) =>
  nl[name] as unknown as NetlinkObject<object>;

type Rows = ReadonlyMap<string | number, object>;

describe.skipIf(why !== undefined)("state tracked across overflows", () => {
  let sandbox: Sandbox;
  let watching: KernelTransport;
  let nl: Rtnetlink;
  let writer: Rtnetlink;
  beforeEach(async () => {
    sandbox = await openSandbox();
    sandbox.run(`
      set -e
      echo 1 >/proc/sys/net/ipv6/conf/default/addr_gen_mode
      ip link set lo up
      for i in 0 2 4; do
        ip link add d$i type veth peer name d$((i + 1))
        ip link set d$i up; ip link set d$((i + 1)) up
      done
    `);
    watching = kernelTransport();
    const namespace = sandbox.namespace.ref;
    nl = rtnetlink({ transport: watching, namespace, receiveBuffer: 1 });
    writer = rtnetlink({ transport: sandbox.transport, namespace });
  });
  afterEach(async () => {
    await watching?.close();
    await sandbox?.close();
  });

  /** Returns the current objects by identity, without neighbours that the kernel adds on its own. */
  async function truth(object: NetlinkObject<object>): Promise<Map<string | number, object>> {
    const rows = (await all(object.list$())).filter(
      (row) => !("dst" in row && `${row.dst}`.startsWith("ff")),
    );
    const { identityOf } = definitionOf(object).state!;
    return new Map(
      rows.flatMap((row) => [[identityOf(row)!, row]] as const).filter(([id]) => id !== undefined),
    );
  }

  function equal(object: NetlinkObject<object>, rows: Rows, expected: Rows): boolean {
    const ignored = new Set(definitionOf(object).state?.volatile);
    const mine = [...rows].filter(([, row]) => !("dst" in row && `${row.dst}`.startsWith("ff")));
    return (
      mine.length === expected.size && mine.every(([id, row]) => deepEqual(row, expected.get(id), ignored))
    );
  }

  const objects = (from: Rtnetlink) =>
    [from.link, from.address, from.route, from.neighbour, from.rule] as unknown as NetlinkObject<object>[];

  it("equals a fresh list once changes stop, and equals the sum of its events", async () => {
    let overflows = 0;
    watching.overruns$().subscribe(() => overflows++);
    const links = (await all(writer.link.list$({ linkinfo: { kind: "veth" } }))).map(({ index }) => index);
    const followers = objects(nl).map((object) => ({ object, follower: new WatchedTable(object) }));
    await Promise.all(followers.map(({ follower }) => follower.synced()));
    const limited = MEMBERS.map(([name, ...members]) => new WatchedMembers(objectOf(nl, name), members));
    await vi.waitFor(() => expect(limited.every(({ synced }) => synced)).toBe(true));
    const seed = Date.now() | 0;
    const changes = new RandomChanges(writer, links, seed);
    for (let round = 1; round <= ROUNDS; round++) {
      while (overflows < (OVERFLOWS / ROUNDS) * round) await changes.next();
      await changes.settle();
      for (const { object, follower } of followers) {
        const expected = await truth(object);
        await follower.until((rows) => equal(object, rows, expected));
        expect(equal(object, await firstValueFrom(object.state$()), expected)).toBe(true);
      }
      for (const follower of limited)
        await vi.waitFor(async () => expect(follower.rows).toEqual(await follower.listed()), {
          timeout: 20_000,
        });
    }
    const resyncs = followers.map(({ follower }) => follower.resyncs.length);
    console.log(`seed ${seed}: ${overflows} overflows, listed again ${resyncs.join(", ")} times`);
    expect(Math.max(...resyncs)).toBeGreaterThan(0);
    const names = new Map((await all(nl.link.list$())).map(({ index, ifname }) => [index, ifname]));
    const known = (await firstValueFrom(nl.route.state$())).values();
    const ours = [...known].map((route) => routeAsIp(route, (index) => names.get(index ?? 0)));
    const printed = ["-4", "-6"].flatMap((family) =>
      sandbox.json<object[]>(`ip -j -d ${family} route show table all`),
    );
    expect(text(ours)).toEqual(text(printed));
  });
});
