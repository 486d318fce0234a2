// A request changes only the members that it has, a match selects by them, and an address must fit its place.

import { EncodeError } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { describe, expect, it } from "vitest";
import { addressFlags } from "#src/address/layout.js";
import { linkFlags } from "#src/link/enums.js";
import { useFreshKernel } from "../support/kernel.js";

const SETUP = `
  ip link set lo up
  ip link add v0 address 02:00:00:00:00:01 type veth peer name v1
  ip link set v0 up; ip link set v1 up
  ip link add br0 type bridge; ip link set br0 type bridge no_linklocal_learn 1
  ip addr add 192.0.2.1/24 dev v0; ip -6 addr add 2001:db8::1/64 dev v0 nodad
  ip addr add 192.0.2.2/24 dev v0
  ip route add blackhole 203.0.113.0/24 table 1000`;

type Row = Record<string, unknown>;

const why = whyNoNamespaces();
if (why !== undefined) console.log(`skipped: ${why}`);

describe.skipIf(why !== undefined)("a request or match with few members", () => {
  const on = useFreshKernel(SETUP);
  const flagsOf = (name: string) =>
    (on.kernel.json(`ip -j link show ${name}`) as { flags: string[] }[])[0]!.flags;
  const refused = async (stream$: Parameters<typeof done>[0]): Promise<EncodeError> => {
    const error = await done(stream$).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EncodeError);
    return error as EncodeError;
  };

  it("changes only the named flags of a link", async () => {
    const { link } = on.kernel.nl;
    await done(link.change$({ ifname: "v0", flags: linkFlags.of("promisc") }));
    expect(flagsOf("v0")).toEqual(expect.arrayContaining(["UP", "PROMISC", "MULTICAST"]));
    await done(link.change$({ ifname: "v0", flags: { promisc: false, allmulti: true } }));
    expect(flagsOf("v0")).toEqual(expect.arrayContaining(["UP", "ALLMULTI"]));
    expect(flagsOf("v0")).not.toContain("PROMISC");
    await done(link.change$({ ifname: "v0", flags: 0, change: linkFlags.of("allmulti") }));
    expect(flagsOf("v0")).not.toContain("ALLMULTI");
    expect(flagsOf("v0")).toContain("UP");
    expect((await refused(link.change$({ ifname: "v0", flags: 0 }))).path).toBe("flags");
    await done(link.add$({ ifname: "br1", flags: { up: true }, linkinfo: { kind: "bridge" } }));
    expect(flagsOf("br1")).toContain("UP");
  });

  it("accepts a listed link: unchanged, or with one other bit", async () => {
    const { link } = on.kernel.nl;
    // The kernel notices a carrier a moment later.
    await eventually(() => expect(flagsOf("v1")).not.toContain("NO-CARRIER"));
    const [row] = await all(link.list$({ ifname: "v1" }));
    const before = flagsOf("v1");
    await done(link.change$({ ...row!, mtu: 1400 }));
    expect(flagsOf("v1")).toEqual(before);
    await done(link.change$({ ...row!, flags: (row!.flags | linkFlags.bits.promisc) >>> 0 }));
    expect(flagsOf("v1")).toContain("PROMISC");
    await done(link.change$({ ...row!, flags: (row!.flags & ~linkFlags.bits.up) >>> 0 }));
    expect(flagsOf("v1")).not.toContain("UP");
  });

  it("changes only the named options of a bridge", async () => {
    const { link } = on.kernel.nl;
    const option = () =>
      (on.kernel.json("ip -j -d link show br0") as Row[])[0] as { linkinfo: { info_data: Row } };
    const boolopt = { optval: { noLlLearn: false } };
    await done(link.change$({ ifname: "br0", linkinfo: { data: { bridge: { multiBoolopt: boolopt } } } }));
    expect(option().linkinfo.info_data).toMatchObject({ no_linklocal_learn: 0 });
    const set = { optval: 1 };
    await done(link.change$({ ifname: "br0", linkinfo: { data: { bridge: { multiBoolopt: set } } } }));
    expect(option().linkinfo.info_data).toMatchObject({ no_linklocal_learn: 1 });
  });

  it("lists by bits, by numbers of enumerations and by any notation of an address", async () => {
    const { link, address, route } = on.kernel.nl;
    const names = async (match: Parameters<typeof link.list$>[0]) =>
      (await all(link.list$(match))).map(({ ifname }) => ifname);
    expect(await names({ flags: linkFlags.of("up") })).toEqual(["lo", "v1", "v0"]);
    expect(await names({ flags: { up: true, loopback: false } })).toEqual(["v1", "v0"]);
    expect(await names({ flags: { up: false } })).toEqual(["br0"]);
    expect(await names({ address: "02-00-00-00-00-01" })).toEqual(["v0"]);
    expect(await names({ type: 772 })).toEqual(["lo"]);
    expect(await all(address.list$({ address: "2001:DB8:0:0::1" }))).toHaveLength(1);
    expect(await all(address.list$({ flags: addressFlags.of("secondary") }))).toMatchObject([
      { local: "192.0.2.2" },
    ]);
    expect(await all(route.list$({ type: 6, table: 1000 }))).toMatchObject([{ type: "blackhole" }]);
  });

  it("refuses an address that does not fit its place, and deletes nothing", async () => {
    const { route, address, neighbour, rule, nexthop } = on.kernel.nl;
    const { v0: index = 0 } = on.kernel.index;
    const before = on.kernel.run("ip route; ip -6 route; ip rule; ip neigh");
    const dst = { dst: "198.51.100.0", dstLen: 24 };
    const six = "2001:db8::1";
    const wrong: [string, Parameters<typeof done>[0]][] = [
      ["gateway", route.delete$({ dst: "192.0.2.0", dstLen: 24, gateway: "::1" })],
      ["gateway", route.add$({ ...dst, gateway: six })],
      ["prefsrc", route.add$({ ...dst, oif: index, prefsrc: six })],
      ["multipath[0].gateway", route.add$({ ...dst, multipath: [{ ifindex: index, gateway: six }] })],
      ["via.address", route.add$({ ...dst, oif: index, via: { family: "inet", address: six } })],
      ["gateway", route.add$({ family: 2, ...dst, gateway: six })],
      ["gateway", route.add$({ dst: "2001:db8:9::", dstLen: 64, gateway: "192.0.2.9" })],
      ["dst", rule.add$({ src: "192.0.2.0", srcLen: 24, dst: six, priority: 9 })],
      ["address", address.add$({ index, family: "inet", local: "192.0.2.9", address: six, prefixlen: 24 })],
      ["dst", neighbour.add$({ family: "inet", ndmIfindex: index, dst: six, lladdr: "02:00:00:00:00:09" })],
      ["gateway", nexthop.add$({ id: 9, family: "inet", oif: index, gateway: six })],
    ];
    for (const [path, stream$] of wrong) expect(await refused(stream$)).toMatchObject({ path });
    const tunnel = { ifname: "g0", linkinfo: { data: { gre: { local: six, remote: six } } } };
    expect((await refused(on.kernel.nl.link.add$(tunnel))).path).toBe("linkinfo.data.gre.local");
    expect(on.kernel.run("ip route; ip -6 route; ip rule; ip neigh")).toBe(before);
    await done(route.add$({ ...dst, oif: index, via: { address: "fe80::9" } }));
    expect(on.kernel.run("ip route show 198.51.100.0/24")).toContain("via inet6 fe80::9");
  });

  it("flushes everything only on explicit request", async () => {
    const { rule } = on.kernel.nl;
    on.kernel.run("ip rule add from 198.51.100.7 table 1000 priority 77");
    const flush$ = rule.flush$.bind(rule) as (match: unknown) => Parameters<typeof done>[0];
    for (const match of [undefined, {}, { priority: undefined }, 5, new Map(), /x/])
      await refused(flush$(match));
    expect(on.kernel.run("ip rule")).toContain("198.51.100.7");
    await done(rule.flush$("all"));
    expect(on.kernel.run("ip rule; ip -6 rule")).toBe("");
  });

  it("costs little even with a match of many thousand elements", async () => {
    const many = Array.from({ length: 60_000 }, (_, at) => `name${at}`);
    expect(await all(on.kernel.nl.link.list$({ propList: { altIfname: many } }))).toEqual([]);
    const unknown = Object.fromEntries(many.map((name) => [name, 1]));
    expect((await refused(on.kernel.nl.link.list$(unknown))).path).toBe("name0");
  });
});
