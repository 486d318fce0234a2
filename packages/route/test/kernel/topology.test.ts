import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import {
  BehaviorSubject,
  distinctUntilChanged,
  filter,
  firstValueFrom,
  map,
  type Subscription,
  skip,
} from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { routeTables } from "#src/common/route-enums.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import type { LinkNode, Topology } from "#src/topology/index.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`topologies skipped: ${why}`);

const EMPTY: Topology = { revision: -1, links: new Map(), otherRoutes: [], rules: [] };

describe.skipIf(why !== undefined)("topology$", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  let following: Subscription;
  let all: Topology[];
  let last$: BehaviorSubject<Topology>;
  const node = (name: string) => (topology: Topology) =>
    [...topology.links.values()].find(({ link }) => link.ifname === name);
  const until = (passes: (topology: Topology) => boolean) => firstValueFrom(last$.pipe(filter(passes)));

  beforeEach(async () => {
    sandbox = await openSandbox();
    sandbox.run(`
      set -e; ip link set lo up; ip link add br0 type bridge; ip link set br0 up
      ip link add d0 type veth peer name d1; ip link set d1 master br0; ip link set d1 up; ip link set d0 up
      ip address add 192.0.2.1/24 dev d0
      ip neighbour add 192.0.2.7 lladdr 02:00:00:00:00:07 dev d0
      ip route add 198.51.100.0/24 via 192.0.2.2; ip route add blackhole 203.0.113.0/24
    `);
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
    all = [];
    last$ = new BehaviorSubject(EMPTY);
    following = nl.topology$().subscribe((topology) => {
      all.push(topology);
      last$.next(topology);
    });
    await until(({ revision }) => revision >= 0);
  });
  afterEach(async () => {
    following.unsubscribe();
    await sandbox?.close();
  });

  it("joins links with everything that belongs to them, as ip shows it", async () => {
    const { links, otherRoutes, rules } = await until((topology) => node("d0")(topology) !== undefined);
    const theirs = sandbox.json<{ ifindex: number; addr_info: unknown[] }[]>("ip -j address");
    expect([...links.values()].map(({ link, addresses }) => [link.index, addresses.length])).toEqual(
      theirs.map(({ ifindex, addr_info }) => [ifindex, addr_info.length]),
    );
    const [d0, d1, br0] = ["d0", "d1", "br0"].map((name) => node(name)(last$.value)!);
    expect(d0?.peer).toBe(d1?.link);
    expect(d1?.peer).toBe(d0?.link);
    expect(d1?.master).toBe(br0?.link);
    expect(d0?.neighbours).toContainEqual(expect.objectContaining({ dst: "192.0.2.7" }));
    expect(d0?.routes).toContainEqual(expect.objectContaining({ dst: "198.51.100.0" }));
    expect(otherRoutes).toContainEqual(expect.objectContaining({ dst: "203.0.113.0", type: "blackhole" }));
    expect(rules.filter(({ family }) => family === "inet").map(({ priority = 0 }) => priority)).toEqual(
      sandbox.json<{ priority: number }[]>("ip -j -4 rule").map(({ priority }) => priority),
    );
  });

  it("keeps unchanged nodes, and shares them among subscribers", async () => {
    await firstValueFrom(nl.address.list$());
    const before = last$.value;
    const changes: unknown[] = [];
    const watching = nl
      .topology$()
      .pipe(map(node("lo")), distinctUntilChanged(), skip(1))
      .subscribe((lo) => changes.push(lo));
    sandbox.run("ip address add 192.0.2.9/24 dev d0");
    const after = await until(
      (now) => node("d0")(now)?.addresses.some((one) => one.local === "192.0.2.9") === true,
    );
    expect(node("lo")(after)).toBe(node("lo")(before));
    expect(node("d0")(after)).not.toBe(node("d0")(before));
    expect(node("d0")(after)?.neighbours).toBe(node("d0")(before)?.neighbours);
    expect(changes).toEqual([]);
    watching.unsubscribe();
  });

  it("is never half of a change: a link disappears with everything that belongs to it", async () => {
    for (const n of [1, 2, 3, 4]) {
      sandbox.run(`
        set -e; ip link add x${n} type veth peer name y${n}; ip link set x${n} up; ip link set y${n} up
        ip address add 10.${n}.0.1/24 dev x${n}; ip route add 10.${n}.9.0/24 via 10.${n}.0.2
      `);
      await until((now) => node(`x${n}`)(now)?.routes.some(({ dst }) => dst === `10.${n}.9.0`) === true);
      sandbox.run(`ip link set x${n} down; ip link set x${n} up; ip link delete x${n}`);
      await until((now) => node(`x${n}`)(now) === undefined);
    }
    sandbox.run("ip link set d0 down");
    const inMain = ({ routes }: LinkNode) =>
      routes.filter(({ family, table }) => family === "inet" && table === routeTables.main);
    await until((now) => inMain(node("d0")(now)!).length === 0);
    // A link that is down never has IPv4 routes except for its own addresses.
    const down = all.flatMap(({ links }) => [...links.values()]).filter(({ link }) => (link.flags & 1) === 0);
    expect(down.flatMap(inMain)).toEqual([]);
    const revisions = all.map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.toSorted((one, other) => one - other));
  });
});
