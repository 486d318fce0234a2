// Objects that are larger than a message, so that a list spreads them over several.

import { all } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom } from "rxjs";
import { describe, expect, it } from "vitest";
import { bridgeVlanFlags } from "#src/link/bridge/bridge.js";
import { statsFilter } from "#src/link/stats/stats.js";
import { errorOf, useFreshKernel } from "../support/kernel.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`objects in several messages skipped: ${why}`);

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const batch = (tool: string, lines: readonly string[]) =>
  `${tool} -batch - <<'END'\n${lines.join("\n")}\nEND\n`;

describe.skipIf(why !== undefined)("an object larger than a message", () => {
  const on = useFreshKernel("ip link set lo up");
  const LONG = { timeout: 120_000 };

  /** Prints and returns why the kernel lacks support. */
  function lacking(commands: string, skip: (note: string) => void): boolean {
    const said = errorOf(on.kernel, `set -e; ${commands}`);
    if (said === undefined) return false;
    console.log(`skipped on this kernel: ${said}`);
    skip(said);
    return true;
  }
  const indexOf = async (ifname: string) => (await lastValueFrom(on.kernel.nl.link.get$({ ifname }))).index;

  it("is one multicast database, with each group once", LONG, async () => {
    on.kernel.run(`set -e; ip link add br0 type bridge mcast_snooping 1; ip link set br0 up
      for port in 0 1 2; do ip link add p$port type veth peer name q$port; ip link set p$port master br0
      ip link set p$port up; ip link set q$port up; done`);
    const groups = range(0, 599).map((i) => `239.1.${i >> 8}.${i & 255}`);
    const lines = groups.flatMap((grp) =>
      [0, 1, 2].map((port) => `mdb add dev br0 port p${port} grp ${grp} permanent`),
    );
    on.kernel.run(batch("bridge", lines));
    const [found, ...more] = await all(on.kernel.nl.mdb.list$());
    expect(more).toEqual([]);
    const listed = (found?.mdb?.entry ?? [])
      .map(({ info = [] }) => info.map(({ entry }) => entry.addr))
      .filter(([addr]) => addr?.startsWith("239.1."));
    expect(listed.map(([addr]) => addr).sort()).toEqual([...groups].sort());
    expect(new Set(listed.map(({ length }) => length))).toEqual(new Set([3]));
  });

  it("is one VNI filter", LONG, async ({ skip }) => {
    const vxlan = "ip link add vx0 type vxlan external vnifilter dstport 4790; ip link set vx0 up";
    const vnis = range(1, 1500).map((i) => 2 * i);
    const lines = vnis.map((vni) => `vni add dev vx0 vni ${vni}`);
    if (lacking(`${vxlan}\n${batch("bridge", lines)}`, skip)) return;
    const [found, ...more] = await all(on.kernel.nl.tunnel.list$({ ifindex: await indexOf("vx0") }));
    expect(more).toEqual([]);
    expect(found?.entry?.map(({ start }) => start)).toEqual(vnis);
  });

  const FILTERING = `ip link add br0 type bridge vlan_filtering 1 vlan_default_pvid 0 vlan_stats_enabled 1
    ip link set br0 up; ip link add p0 type veth peer name q0; ip link set p0 master br0`;
  const vids = range(1, 2047).map((i) => 2 * i);

  it("is one list of the VLANs of a port, with list$ and get$", LONG, async ({ skip }) => {
    const lines = vids.map((vid) => `vlan add dev p0 vid ${vid}`);
    if (lacking(`${FILTERING}\n${batch("bridge", lines)}`, skip)) return;
    const { bridgeVlan } = on.kernel.nl;
    const ifindex = await indexOf("p0");
    const [found, ...more] = await all(bridgeVlan.list$({ ifindex }));
    expect(more).toEqual([]);
    expect(found?.entry?.map(({ info }) => info?.vid)).toEqual(vids);
    const got = await lastValueFrom(bridgeVlan.get$({ ifindex }));
    expect(got.entry).toHaveLength(vids.length);
    expect(bridgeVlanFlags.has(got.entry?.[0]?.info?.flags ?? 0, "pvid")).toBe(false);
  });

  it("is one set of statistics of a bridge with many VLANs", LONG, async ({ skip }) => {
    const lines = vids.map((vid) => `vlan add dev br0 vid ${vid} self`);
    if (lacking(`${FILTERING}\n${batch("bridge", lines)}`, skip)) return;
    const { stats } = on.kernel.nl;
    const filterMask = statsFilter.of("link64", "linkXstats");
    const rows = await all(stats.list$({ filterMask }));
    const bridges = rows.filter(({ linkXstats }) => linkXstats?.bridge !== undefined);
    expect(bridges).toHaveLength(1);
    expect(bridges[0]?.linkXstats?.bridge?.vlan?.map(({ vid }) => vid)).toEqual(vids);
    expect(bridges[0]?.link64).toBeDefined();
  });
});
