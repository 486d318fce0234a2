import { type ChangeNotification, definitionOf } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { filter, firstValueFrom, lastValueFrom, map, range, take, toArray } from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Address } from "#src/address/layout.js";
import { linkFlags } from "#src/link/enums.js";
import type { Link } from "#src/link/layout.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

const up = linkFlags.of("up");
const veth = (ifname: string, peer: string): Partial<Link> => ({
  ifname,
  linkinfo: { data: { veth: { peer: { ifname: peer } } } },
});

type Json = Record<string, unknown>;

const why = whyNoNamespaces();
if (why !== undefined) console.log(`the verbs skipped: ${why}`);

describe.skipIf(why !== undefined)("on the kernel", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  const ip = (command: string) => sandbox.json<Json[]>(`ip -j -d ${command}`);

  beforeEach(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterEach(() => sandbox?.close());

  /** Adds a veth pair that is up on both ends. */
  async function pair(): Promise<number> {
    await lastValueFrom(nl.link.add$(veth("v0", "v1")));
    await lastValueFrom(nl.link.change$({ ifname: "v1", flags: up }));
    await lastValueFrom(nl.link.change$({ ifname: "v0", flags: up }));
    return (await lastValueFrom(nl.link.get$({ ifname: "v0" }))).index;
  }

  // The kernel counts in 1/250 s or 1/1000 s, so times are multiples of 4/100 s.
  describe("links", () => {
    it("are added, changed and deleted as iproute2 shows", async () => {
      await lastValueFrom(
        nl.link.add$({ ...veth("v0", "v1"), mtu: 1400, txqlen: 77, address: "02:00:00:00:00:01" }),
      );
      expect(ip("link show v0")[0]).toMatchObject({ mtu: 1400, txqlen: 77, address: "02:00:00:00:00:01" });
      await lastValueFrom(
        nl.link.change$({ ifname: "v0", mtu: 9000, ifalias: "näher", group: 5, flags: up }),
      );
      expect(ip("link show v0")[0]).toMatchObject({ mtu: 9000, ifalias: "näher", group: "5" });
      expect(ip("link show v0")[0]!.flags).toContain("UP");
      expect(ip("link show v0")[0]!.flags).toContain("MULTICAST");
      await lastValueFrom(nl.link.change$({ ifname: "v0", flags: { up: false } }));
      expect(ip("link show v0")[0]!.flags).not.toContain("UP");
      await lastValueFrom(nl.link.delete$({ ifname: "v0" }));
      expect(ip("link").map(({ ifname }) => ifname)).toEqual(["lo"]);
    });

    it.each<[string, Partial<Link>, Json]>([
      ["ifb", { linkinfo: { kind: "ifb" } }, { info_kind: "ifb" }],
      [
        "bridge",
        {
          linkinfo: {
            data: {
              bridge: { ageingTime: 12_344, priority: 4096, groupFwdMask: 8, mcastQuerierIntvl: 100n },
            },
          },
        },
        {
          info_kind: "bridge",
          info_data: { ageing_time: 12_344, priority: 4096, group_fwd_mask: "0x8", mcast_querier_intvl: 100 },
        },
      ],
      [
        "vxlan",
        {
          linkinfo: {
            data: {
              vxlan: {
                id: 42,
                group: "192.0.2.2",
                port: 4789,
                portRange: { low: 1, high: 9 },
                ttl: 0,
                learning: 0,
                gbp: true,
              },
            },
          },
        },
        {
          info_kind: "vxlan",
          info_data: {
            id: 42,
            remote: "192.0.2.2",
            port: 4789,
            port_range: { low: 1, high: 9 },
            learning: false,
            gbp: true,
          },
        },
      ],
    ])("of kind %s are made with all that was said", async (kind, link, shown) => {
      await lastValueFrom(nl.link.add$({ ifname: "t0", ...link }));
      expect(ip("link show t0")[0]!.linkinfo).toMatchObject(shown);
      const [found] = await all(nl.link.list$({ linkinfo: { kind } }));
      expect(found).toMatchObject({ ifname: "t0", linkinfo: link.linkinfo });
    });

    it("become ports of a bridge and report their state", async () => {
      await pair();
      await lastValueFrom(nl.link.add$({ ifname: "br0", linkinfo: { kind: "bridge" } }));
      const { index } = await lastValueFrom(nl.link.get$({ ifname: "br0" }));
      await lastValueFrom(nl.link.change$({ ifname: "v0", master: index }));
      const settings = { slaveKind: "bridge", slaveData: { bridge: { cost: 7, isolated: 1 } } };
      await lastValueFrom(nl.link.change$({ ifname: "v0", linkinfo: settings }));
      expect(await all(nl.link.list$({ master: index }))).toMatchObject([
        { ifname: "v0", linkinfo: settings },
      ]);
      expect(ip("link show v0")[0]).toMatchObject({
        master: "br0",
        linkinfo: { info_slave_data: { cost: 7, isolated: true } },
      });
    });

    it("arrive as typed events, in order", async () => {
      const events = firstValueFrom(nl.link.notifications$().pipe(take(3), toArray()));
      await lastValueFrom(nl.link.add$(veth("v0", "v1")));
      await lastValueFrom(nl.link.delete$({ ifname: "v0" }));
      const seen = (await events) as ChangeNotification<Link>[];
      expect(seen.map(({ type: event, object, value }) => [event, object, value.ifname])).toEqual([
        ["new", "link", "v1"],
        ["new", "link", "v0"],
        ["delete", "link", "v0"],
      ]);
      expect(seen[1]!.value.linkinfo).toEqual({ kind: "veth" });
    });

    it("keep a name that is not UTF-8", async () => {
      await lastValueFrom(nl.link.add$({ ifname: "b\udcff", linkinfo: { kind: "ifb" } }));
      expect(sandbox.run("ls /sys/class/net; true")).toBeTypeOf("string");
      const found = await lastValueFrom(nl.link.get$({ ifname: "b\udcff" }));
      expect(found.ifname).toBe("b\udcff");
    });
  });

  describe("addresses", () => {
    it.each<[string, Partial<Address>]>([
      ["IPv4", { local: "192.0.2.1", prefixlen: 24, broadcast: "192.0.2.255", label: "v0:a" }],
      ["IPv4 with another end", { local: "192.0.2.1", address: "192.0.2.9" }],
      [
        "IPv6",
        {
          address: "2001:db8::1",
          prefixlen: 64,
          flags: 0x202,
          cacheinfo: { valid: 900, prefered: 300, cstamp: 0, tstamp: 0 },
        },
      ],
    ])("of %s are added, changed and deleted as iproute2 shows", async (_, address) => {
      const index = await pair();
      const shown = () => ip("address show v0")[0]!.addr_info as Json[];
      const mine = address.local ?? address.address;
      await lastValueFrom(nl.address.add$({ index, ...address }));
      expect(shown().filter(({ local }) => local === mine)).toHaveLength(1);
      const found = await lastValueFrom(
        nl.address.get$({ index, ...(address.local ? { local: mine! } : { address: mine! }) }),
      );
      expect(found).toMatchObject({ index, address: address.address ?? mine });
      const longer = { valid: 5000, prefered: 4000, cstamp: 0, tstamp: 0 };
      await lastValueFrom(nl.address.change$({ index, ...address, cacheinfo: longer }));
      expect(shown().find(({ local }) => local === mine)).toMatchObject({
        valid_life_time: 5000,
        preferred_life_time: 4000,
      });
      await lastValueFrom(nl.address.delete$({ index, ...address }));
      expect(shown().filter(({ local }) => local === mine)).toEqual([]);
    });

    it("arrive as typed events with the request that caused them", async () => {
      const index = await pair();
      const event = firstValueFrom(
        nl.address.notifications$().pipe(filter(({ type: event }) => event === "new")),
      );
      await lastValueFrom(nl.address.add$({ index, local: "192.0.2.1", prefixlen: 24 }));
      const { sequence, portId, value } = (await event) as ChangeNotification<Address>;
      expect(value).toMatchObject({ index, local: "192.0.2.1", prefixlen: 24, family: "inet" });
      expect([sequence, portId]).toEqual([expect.any(Number), expect.any(Number)]);
      expect(portId).not.toBe(0);
    });

    it("that do not exist are an error", async () => {
      await expect(lastValueFrom(nl.address.get$({ local: "192.0.2.77" }))).rejects.toMatchObject({
        code: "EADDRNOTAVAIL",
      });
    });
  });

  describe("routes", () => {
    beforeEach(async () => {
      const index = await pair();
      await lastValueFrom(nl.address.add$({ index, local: "192.0.2.1", prefixlen: 24 }));
      await lastValueFrom(nl.address.add$({ index, address: "2001:db8::1", prefixlen: 64, flags: 2 }));
    });

    it.each([
      ["IPv4", "198.51.100.0", 24, "192.0.2.2", "192.0.2.3"],
      ["IPv6", "2001:db8:1::", 48, "2001:db8::2", "2001:db8::3"],
    ])("of %s are added, replaced, found and deleted", async (_, dst, dstLen, gateway, other) => {
      const option = dst.includes(":") ? "-6" : "-4";
      const shown = () => ip(`${option} route show ${dst}/${dstLen}`);
      await lastValueFrom(nl.route.add$({ dst, dstLen, gateway, metrics: { mtu: 1300, ccAlgo: "cubic" } }));
      expect(shown()).toMatchObject([
        { gateway, protocol: "static", metrics: [{ mtu: 1300, congestion: "cubic" }] },
      ]);
      await lastValueFrom(nl.route.replace$({ dst, dstLen, gateway: other }));
      expect(shown()).toMatchObject([{ gateway: other }]);
      expect(await all(nl.route.list$({ dst, dstLen }))).toMatchObject([{ gateway: other, type: "unicast" }]);
      await lastValueFrom(nl.route.change$({ dst, dstLen, gateway }));
      expect(shown()).toMatchObject([{ gateway }]);
      const inside = dst.includes(":") ? "2001:db8:1::9" : "198.51.100.9";
      expect(await lastValueFrom(nl.route.get$({ dst: inside }))).toMatchObject({ gateway });
      await lastValueFrom(nl.route.delete$({ dst, dstLen }));
      expect(shown()).toEqual([]);
    });

    it.each([
      ["IPv4", "203.0.113.0", 24, ["192.0.2.2", "192.0.2.3"]],
      ["IPv6", "2001:db8:2::", 48, ["2001:db8::2", "2001:db8::3"]],
    ])("of %s can have several nexthops", async (_, dst, dstLen, gateways) => {
      const { index } = await lastValueFrom(nl.link.get$({ ifname: "v0" }));
      const multipath = gateways.map((gateway, hops) => ({
        length: 0,
        flags: 0,
        hops,
        ifindex: index,
        gateway,
      }));
      await lastValueFrom(nl.route.add$({ dst, dstLen, multipath }));
      const [route] = ip(`${dst.includes(":") ? "-6" : "-4"} route show ${dst}/${dstLen}`);
      expect(route!.nexthops).toMatchObject(gateways.map((gateway, hops) => ({ gateway, weight: hops + 1 })));
    });

    it("arrive as typed events", async () => {
      const event = firstValueFrom(
        nl.route.notifications$().pipe(
          filter((change): change is ChangeNotification<never> => change.type === "delete"),
          map(({ value }) => value),
        ),
      );
      await lastValueFrom(nl.route.add$({ dst: "198.51.100.0", dstLen: 24, type: "blackhole" }));
      await lastValueFrom(nl.route.delete$({ dst: "198.51.100.0", dstLen: 24 }));
      expect(await event).toMatchObject({ dst: "198.51.100.0", dstLen: 24, type: "blackhole", table: 254 });
    });

    it("go to the given table, also above 255", async () => {
      await lastValueFrom(
        nl.route.add$({ dst: "198.51.100.0", dstLen: 24, table: 100_000, gateway: "192.0.2.2" }),
      );
      expect(ip("route show table 100000")).toMatchObject([{ dst: "198.51.100.0/24" }]);
      expect(await all(nl.route.list$({ table: 100_000 }))).toHaveLength(1);
      await lastValueFrom(nl.route.delete$({ dst: "198.51.100.0", dstLen: 24, table: 100_000 }));
      expect(await all(nl.route.list$({ table: 100_000 }))).toHaveLength(0);
    });

    it("are dumped completely, 100 000 of them, while another consumer unsubscribes early", async () => {
      const { index } = await lastValueFrom(nl.link.get$({ ifname: "v0" }));
      const lines = await all(
        range(0, 100_000).pipe(
          map((i) => `route add 10.${i >> 16}.${(i >> 8) & 255}.${i & 255}/32 dev v0\n`),
        ),
      );
      const { writeFileSync, rmSync } = await import("node:fs");
      const batch = `/tmp/rxnetlink-routes-${process.pid}`;
      writeFileSync(batch, lines.join(""));
      sandbox.run(`ip -batch ${batch}`);
      rmSync(batch);
      const early = firstValueFrom(
        nl.connection.dump$({ type: 26, layout: definitionOf(nl.route).layout, value: {} }),
      );
      const whole = all(nl.route.list$({ oif: index, family: "inet" }));
      expect(await early).toBeDefined();
      const destinations = new Set(
        (await whole).filter(({ dst }) => dst?.startsWith("10.")).map(({ dst }) => dst),
      );
      expect(destinations.size).toBe(100_000);
    });
  });
});
