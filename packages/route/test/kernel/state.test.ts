import { definitionOf } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { NLM_F_CREATE } from "@rxnetlink/core/schema";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { firstValueFrom, skip } from "rxjs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nexthopFlags } from "#src/common/route-enums.js";
import type { Nexthop } from "#src/nexthop/layout.js";
import type { Route } from "#src/route/layout.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import type { Rule } from "#src/rule/layout.js";
import { WatchedTable } from "../support/watched-table.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`state skipped: ${why}`);

describe.skipIf(why !== undefined)("tracked state", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  beforeEach(async () => {
    sandbox = await openSandbox();
    sandbox.run(`
      set -e; ip link set lo up
      ip link add d0 type veth peer name d1; ip link set d1 up; ip link set d0 up
      ip address add 192.0.2.1/24 dev d0
    `);
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterEach(() => sandbox?.close());

  async function followed<T extends object>(follower: WatchedTable<T>): Promise<WatchedTable<T>> {
    await follower.synced();
    return follower;
  }
  const route = (dst: string) => (rows: ReadonlyMap<unknown, Route>) =>
    [...rows.values()].some((one) => one.dst === dst);
  const noRoute = (dst: string) => (rows: ReadonlyMap<unknown, Route>) => !route(dst)(rows);
  const reported = (events: readonly { type: string }[]) =>
    events.filter(({ type }) => type !== "synced" && type !== "resync");

  it("begins with a snapshot, then follows changes by others and its own", async () => {
    const links = await followed(new WatchedTable(nl.link));
    expect([...links.rows.values()].map(({ ifname }) => ifname)).toEqual(["lo", "d1", "d0"]);
    const before = links.events.length;
    sandbox.run("ip link set d0 alias theirs");
    await links.until((rows) => [...rows.values()].some(({ ifalias }) => ifalias === "theirs"));
    expect(reported(links.events.slice(before))).toMatchObject([
      { type: "changed", previous: {}, current: { ifalias: "theirs" }, origin: "other", inferred: false },
    ]);
    await firstValueFrom(nl.address.add$({ index: 1, local: "192.0.2.9" }));
    const addresses = await followed(new WatchedTable(nl.address));
    await firstValueFrom(nl.address.delete$({ index: 1, local: "192.0.2.9" }));
    await addresses.until((rows) => ![...rows.values()].some(({ local }) => local === "192.0.2.9"));
    expect(reported(addresses.events).at(-1)).toMatchObject({
      type: "removed",
      origin: "self",
      inferred: false,
    });
  });

  it("gives a late subscriber the latest map immediately, from the same socket", async () => {
    const first = nl.route.state$().subscribe();
    await firstValueFrom(nl.route.state$());
    const sockets = async () => (await firstValueFrom(sandbox.transport.statistics$())).sockets.length;
    const before = await sockets();
    const maps: number[] = [];
    const late = nl.route.state$().subscribe((rows) => maps.push(rows.size));
    expect(maps).toHaveLength(1);
    const next = firstValueFrom(nl.route.state$().pipe(skip(1)));
    await firstValueFrom(nl.route.add$({ dst: "198.51.100.0", dstLen: 24, type: "blackhole" }));
    expect((await next).size).toBe(maps[0]! + 1);
    expect(await sockets()).toBe(before);
    late.unsubscribe();
    first.unsubscribe();
  });

  it("removes the IPv4 routes of a link that goes down, which the kernel does not report", async () => {
    sandbox.run("ip route add 198.51.100.0/24 via 192.0.2.2");
    const routes = await followed(new WatchedTable(nl.route));
    expect(route("198.51.100.0")(routes.rows)).toBe(true);
    sandbox.run("ip link set d0 down");
    await routes.until(noRoute("198.51.100.0"));
    const removed = routes.events.find(
      (event) => event.type === "removed" && event.previous.dst === "198.51.100.0",
    );
    expect(removed).toMatchObject({ inferred: true, origin: "other" });
  });

  it("updates a route when its link regains its carrier", async () => {
    sandbox.run("ip link set d1 down; ip route add 198.51.100.0/24 via 192.0.2.2");
    const isDown = (rows: ReadonlyMap<unknown, Route>) =>
      [...rows.values()].some(
        ({ dst, flags }) => dst === "198.51.100.0" && nexthopFlags.has(flags, "linkdown"),
      );
    await vi.waitFor(async () => expect(isDown(new Map((await all(nl.route.list$())).entries()))).toBe(true));
    const routes = await followed(new WatchedTable(nl.route));
    expect(isDown(routes.rows)).toBe(true);
    sandbox.run("ip link set d1 up");
    await routes.until((rows) => !isDown(rows));
  });

  it("removes routes with a preferred source when the address goes, reported (since 6.6) or not", async () => {
    sandbox.run(
      "ip address add 192.0.2.7/32 dev lo; ip route add 198.51.100.0/24 via 192.0.2.2 src 192.0.2.7",
    );
    const routes = await followed(new WatchedTable(nl.route));
    sandbox.run("ip address delete 192.0.2.7/32 dev lo");
    await routes.until(noRoute("198.51.100.0"));
  });

  it("removes routes with their nexthop object, and nexthop objects with their link", async () => {
    sandbox.run("ip nexthop add id 7 via 192.0.2.2 dev d0; ip nexthop add id 8 via 192.0.2.3 dev d0");
    sandbox.run("ip route add 198.51.100.0/24 nhid 7");
    const routes = await followed(new WatchedTable(nl.route));
    const nexthops = await followed(new WatchedTable<Nexthop>(nl.nexthop as never));
    sandbox.run("ip nexthop delete id 7");
    await routes.until(noRoute("198.51.100.0"));
    await nexthops.until((rows) => rows.size === 1);
    sandbox.run("ip link delete d0");
    await nexthops.until((rows) => rows.size === 0);
    expect(nexthops.events.filter(({ type }) => type === "removed")).toMatchObject([
      { previous: { id: 7 }, inferred: false },
      { previous: { id: 8 }, inferred: true },
    ]);
  });

  it("updates routes whose nexthop object is replaced, even if it was unknown before", async () => {
    sandbox.run("ip nexthop add id 7 via 192.0.2.2 dev d0; ip route add 198.51.100.0/24 nhid 7");
    const routes = await followed(new WatchedTable(nl.route));
    sandbox.run("ip nexthop replace id 7 via 192.0.2.3 dev d0");
    await routes.until((rows) => [...rows.values()].some(({ gateway }) => gateway === "192.0.2.3"));
  });

  it("keeps one of two identical rules when the other is deleted", async () => {
    const { layout, types, complete } = definitionOf(nl.rule);
    const value = complete!({ family: "inet", priority: 700, table: 7 }, "add");
    const twin = { type: types.new!, layout, value, flags: NLM_F_CREATE };
    await firstValueFrom(nl.connection.execute$(twin));
    await firstValueFrom(nl.connection.execute$(twin));
    const rules = await followed(new WatchedTable<Rule>(nl.rule as never));
    const ours = () => [...rules.rows.values()].filter(({ priority }) => priority === 700).length;
    expect(ours()).toBe(1);
    sandbox.run("ip rule delete priority 700; ip rule add priority 701 table 8");
    await rules.until((rows) => [...rows.values()].some(({ priority }) => priority === 701));
    expect(ours()).toBe(1);
    sandbox.run("ip rule delete priority 700");
    await rules.until(() => ours() === 0);
  });

  it("tracks which route a new one replaced, and the nexthops of IPv6 routes", async () => {
    const routes = await followed(new WatchedTable(nl.route));
    sandbox.run("ip route add 198.51.100.0/24 via 192.0.2.2; ip route replace 198.51.100.0/24 via 192.0.2.3");
    const gateways = (dst: string) =>
      [...routes.rows.values()]
        .filter((one) => one.dst === dst)
        .map(({ gateway, multipath }) => gateway ?? multipath?.map((nexthop) => nexthop.gateway));
    await routes.until(() => gateways("198.51.100.0").includes("192.0.2.3"));
    expect(gateways("198.51.100.0")).toEqual(["192.0.2.3"]);
    sandbox.run(
      "ip -6 route add 2001:db8::/32 via fe80::1 dev d0; ip -6 route append 2001:db8::/32 via fe80::2 dev d0",
    );
    await routes.until(() => gateways("2001:db8::").some((gateway) => Array.isArray(gateway)));
    await routes.until(() => gateways("2001:db8::").length === 1);
    sandbox.run("ip -6 route delete 2001:db8::/32 via fe80::1 dev d0");
    await routes.until(() => gateways("2001:db8::").join() === "fe80::2");
  });
});
