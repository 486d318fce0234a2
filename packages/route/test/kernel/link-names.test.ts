// Links by name in requests and matches, as in `ip` and the like.

import { EncodeError, KernelError } from "@rxnetlink/core";
import { all, done, one } from "@rxnetlink/core/promises";
import { openSandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { first, firstValueFrom, map, type Observable, of, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { prefixOf } from "#src/common/prefix.js";
import { rtnetlink } from "#src/rtnetlink.js";
import { namedLinkCases } from "../iproute2/named-links.js";
import type { Json } from "../iproute2/printed/common.js";
import { CABLE, openKernel, useFreshKernel } from "../support/kernel.js";
import { skipFor } from "../support/skip.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`names of links skipped: ${why}`);

const SETUP = `${CABLE}
  ip link add br0 type bridge; ip link set br0 up
  for it in "vlan_filtering 1" "mcast_snooping 1"; do ip link set br0 type bridge $it 2>&1 || true; done
  ip link add p0 type veth peer name p1; ip link set p0 master br0; ip link set p0 up; ip link set p1 up
  ip addr add 203.0.113.1/24 dev v0`;

/** Counters and the like, which differ from one list to the next. */
const COUNTS = /stats|cacheinfo|counter|timer|promiscuity/i;

/** Resolves with the rows of a request, without counters, or the code of its refusal. */
function outcomeOf(request$: Observable<unknown>): Promise<unknown> {
  const counted = (key: string, it: unknown) =>
    COUNTS.test(key) ? 0 : typeof it === "bigint" ? `${it}` : it;
  const rows$ = request$.pipe(map((row) => JSON.stringify(row, counted)));
  return all(rows$).catch((error: unknown) => (error as KernelError).code);
}

/** Codes of a kernel that lacks a kind. */
const LACKS = new Set(["EOPNOTSUPP", "ENOENT"]);

describe.skipIf(why !== undefined)("the name of a link", () => {
  const on = useFreshKernel(SETUP);

  it.for(namedLinkCases)("makes %s", async ([what, request$, command, shown], context) => {
    const { nl, run } = on.kernel;
    try {
      await done(request$(nl));
    } catch (error) {
      if (error instanceof KernelError && LACKS.has(error.code))
        skipFor(context, `${what}: ${error.message}`);
      throw error;
    }
    const rows = (JSON.parse(run(command)) as { mdb?: Json[] }[]).flatMap((row) => row.mdb ?? [row]);
    expect(rows).toContainEqual(expect.objectContaining(shown));
  });

  it("selects in lists, gets and flushes like the index", async () => {
    const { nl, index } = on.kernel;
    const { v0, p0 } = index as { v0: number; p0: number };
    const pairs: readonly (readonly [Observable<unknown>, Observable<unknown>])[] = [
      [nl.address.list$({ index: "v0" }), nl.address.list$({ index: v0 })],
      [nl.route.list$({ oif: "v0" }), nl.route.list$({ oif: v0 })],
      [nl.neighbour.list$({ ndmIfindex: "v0" }), nl.neighbour.list$({ ndmIfindex: v0 })],
      [nl.fdb.list$({ ndmIfindex: "p0" }), nl.fdb.list$({ ndmIfindex: p0 })],
      [nl.link.list$({ master: "br0" }), nl.link.list$({ master: index.br0! })],
      [nl.link.list$({ link: "v1" }), nl.link.list$({ link: index.v1! })],
      [nl.link.get$({ index: "v0" }), nl.link.get$({ index: v0 })],
      [nl.netconf.get$({ family: "inet", ifindex: "v0" }), nl.netconf.get$({ family: "inet", ifindex: v0 })],
      [nl.multicastAddress.list$({ index: "v0" }), nl.multicastAddress.list$({ index: v0 })],
      [nl.bridgeVlan.list$({ ifindex: "p0" }), nl.bridgeVlan.list$({ ifindex: p0 })],
      [nl.mdb.list$({ ifindex: "br0" }), nl.mdb.list$({ ifindex: index.br0! })],
      [nl.qdisc.list$({ ifindex: "v0" }), nl.qdisc.list$({ ifindex: v0 })],
      [nl.class.list$({ ifindex: "v0" }), nl.class.list$({ ifindex: v0 })],
      [nl.stats.list$({ ifindex: "v0" }), nl.stats.list$({ ifindex: v0 })],
    ];
    for (const [byName$, byIndex$] of pairs)
      expect(await outcomeOf(byName$)).toEqual(await outcomeOf(byIndex$));
    await done(nl.address.flush$({ index: "v0", family: "inet" }));
    expect(await all(nl.address.list$({ index: v0, family: "inet" }))).toEqual([]);
  });

  it("selects the watched link when the watch begins, and keeps it across renames", async () => {
    const { nl, run } = on.kernel;
    const names: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      const seen = nl.link.watch$({ index: "v0" }).subscribe({
        next: (event) => {
          if (event.type === "synced")
            run("ip link set v0 down; ip link set v0 name w0; ip link set p0 name v0");
          if (event.type !== "added" && event.type !== "changed") return;
          names.push(event.current.ifname);
          if (event.current.ifname !== "w0") return;
          seen.unsubscribe();
          resolve();
        },
        error: reject,
      });
    });
    expect(new Set(names)).toEqual(new Set(["v0", "w0"]));
  });

  it("may be an alternative name of any length", async ({ skip }) => {
    const { nl, run, index } = on.kernel;
    const long = "a-name-that-is-far-longer-than-fifteen-bytes";
    try {
      run(`ip link property add dev v1 altname ${long} altname short1`);
    } catch {
      return skip("this kernel or ip has no alternative names");
    }
    for (const name of [long, "short1"])
      expect(await all(nl.link.list$({ index: name }).pipe(map((it) => it.index)))).toEqual([index.v1]);
  });

  it("is looked up again for each request", async () => {
    const { nl, run, index } = on.kernel;
    const address$ = nl.address.list$({ index: "moving" }).pipe(
      map((it) => it.index),
      first(),
    );
    const add = (local: string) => nl.address.add$({ index: "moving", local });
    run("ip link set v1 down; ip link set v1 name moving; ip link set moving up");
    await done(add("198.51.100.1/32"));
    expect(await one(address$)).toBe(index.v1);
    run(
      "ip link set moving down; ip link set moving name v1; ip link set p1 down; ip link set p1 name moving",
    );
    await done(add("198.51.100.2/32"));
    expect(await one(address$)).toBe(index.p1);
  });

  it("is looked up once by concurrent requests", async () => {
    const { nl, index } = on.kernel;
    const asked = nl.connection.statistics.messages;
    const dsts = Array.from({ length: 50 }, (_, i) => `198.51.100.${i}/32`);
    await Promise.all(dsts.map((dst) => done(nl.route.add$({ dst, oif: "v0" }))));
    expect(nl.connection.statistics.messages - asked).toBe(dsts.length + 1);
    const routes = await all(nl.route.list$({ oif: index.v0!, protocol: "static" }));
    expect(routes.map((route) => prefixOf(route)).sort()).toEqual([...dsts].sort());
  });

  it("is looked up once by a batch", async () => {
    const { nl } = on.kernel;
    const routes = Array.from({ length: 300 }, (_, i) => ({
      dst: `198.51.${100 + (i >> 8)}.${i & 255}/32`,
      oif: i === 150 ? "nowhere" : i % 2 ? "v0" : "v1",
    }));
    const outcomes = await firstValueFrom(nl.route.batch$("add", routes).pipe(toArray()));
    expect(outcomes.map(({ index }) => index)).toEqual(routes.map((_, i) => i));
    const refused = outcomes.filter(({ type }) => type !== "applied");
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      index: 150,
      value: routes[150],
      error: { code: "ENODEV", path: "oif" },
    });
    const removed = await firstValueFrom(nl.route.batch$("delete", routes).pipe(toArray()));
    expect(removed.filter(({ type }) => type === "applied")).toHaveLength(299);
  });

  it("is an error with the path of the member and a similar name, if no link has it", async () => {
    const { nl } = on.kernel;
    const failed = (request$: Observable<unknown>) =>
      done(request$).catch((error: unknown) => error as Error);
    const error = await failed(nl.route.add$({ dst: "198.51.100.0/24", oif: "br1" }));
    expect(error).toMatchObject({
      name: "KernelError",
      code: "ENODEV",
      path: "oif",
      hint: "did you mean br0?",
      object: "route",
      verb: "add",
    });
    expect((error as Error).message).toBe(
      'add route dst=198.51.100.0/24 oif=br1: ENODEV at oif: there is no link "br1"; did you mean br0?',
    );
    const paths: readonly (readonly [Observable<unknown>, string])[] = [
      [
        nl.route.add$({ dst: "198.51.100.0/24", multipath: [{ ifindex: "v0" }, { ifindex: "x" }] }),
        "multipath[1].ifindex",
      ],
      [nl.link.add$({ linkinfo: { data: { vxlan: { id: 5, link: "x" } } } }), "linkinfo.data.vxlan.link"],
      [nl.link.change$({ ifname: "v0", master: "x" }), "master"],
      [nl.address.list$({ index: "x" }), "index"],
      [nl.address.delete$({ index: "x", local: "192.0.2.1" }), "index"],
      [nl.address.flush$({ index: "x" }), "index"],
      [nl.qdisc.add$({ ifindex: "x", kind: "clsact" }), "ifindex"],
      [
        nl.action.list$({ kind: "mirred", options: { mirred: { parms: { ifindex: "x" } } } }),
        "options.mirred.parms.ifindex",
      ],
    ];
    for (const [request$, path] of paths)
      expect(await failed(request$)).toMatchObject({ code: "ENODEV", path });
  });

  it("is refused for a link of another namespace", async () => {
    const { nl } = on.kernel;
    const refused = nl.link.add$({ ifname: "m0", link: "v0", linkNetnsid: 3, linkinfo: { kind: "macvlan" } });
    const error = await done(refused).catch((it: unknown) => it);
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toMatchObject({ path: "link", hint: "give the index that v0 has there" });
    const moved = nl.link.change$({ ifname: "v0", master: "br0", netNsPid: process.pid });
    expect(await done(moved).catch((it: unknown) => it)).toMatchObject({
      name: "EncodeError",
      path: "master",
    });
  });

  it("belongs to the namespace of the connection", async () => {
    const other = await openKernel("ip link add v9 type veth peer name v0; ip link set v0 up");
    try {
      await done(other.nl.address.add$({ index: "v0", local: "198.51.100.1/24" }));
      const [row] = other.json<Json[]>("ip -j addr show v0");
      expect(row).toMatchObject({ addr_info: [expect.objectContaining({ local: "198.51.100.1" })] });
      expect(await all(on.kernel.nl.address.list$({ local: "198.51.100.1" }))).toEqual([]);
      const gone = await done(on.kernel.nl.address.list$({ index: "v9" })).catch((it: unknown) => it);
      expect(gone).toMatchObject({ code: "ENODEV" });
    } finally {
      await other.close();
    }
  });

  it("is looked up by a function given to the connection", async () => {
    const sandbox = await openSandbox();
    try {
      const lookUps: string[] = [];
      const linkIndex$ = (name: string) => {
        lookUps.push(name);
        return of(1);
      };
      const nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref, linkIndex$ });
      expect(await all(nl.link.list$({ index: "anything" }).pipe(map((it) => it.ifname)))).toEqual(["lo"]);
      expect(lookUps).toEqual(["anything"]);
    } finally {
      await sandbox.close();
    }
  });
});
