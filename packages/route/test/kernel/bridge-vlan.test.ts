// Counters of VLANs and VNIs, and options that are newer than iproute2 6.1.

import { all, done } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import { tunnelFlags } from "#src/bridge/tunnel.js";
import { bridgeVlanDumpFlags } from "#src/bridge/vlan/layout.js";
import { bridgeVlanFlags } from "#src/link/bridge/bridge.js";
import { CABLE, collectNotifications, errorOf, refusal, useFreshKernel } from "../support/kernel.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`options of VLANs and VNIs skipped: ${why}`);

const { onlyOpts } = bridgeVlanFlags.bits;
const FILTERING = `ip link add br0 type bridge vlan_filtering 1 mcast_snooping 1 mcast_vlan_snooping 1 vlan_stats_enabled 1
  ip link set br0 up; ip link set v1 master br0; bridge vlan add dev v1 vid 10; bridge vlan add dev br0 vid 10 self`;

describe.skipIf(why !== undefined)("VLANs of a bridge", () => {
  const on = useFreshKernel();

  /** Returns why the kernel lacks them. */
  function lacking(skip: (note: string) => void): boolean {
    const said = errorOf(on.kernel, `set -e; ${FILTERING}`);
    if (said === undefined) return false;
    console.log(`VLANs of a bridge skipped: this kernel reports "${said}"`);
    skip(said);
    return true;
  }

  it.for([
    ["mcastMaxGroups, since 6.3", { mcastMaxGroups: 7 }],
    ["neighSuppress, since 6.4", { neighSuppress: 1 }],
    ["neighForwardGrat, of the newest kernels", { neighForwardGrat: 1 }],
  ] as const)("have the option %s", async ([title, option], { skip }) => {
    if (lacking(skip)) return;
    const { bridgeVlan, link } = on.kernel.nl;
    const { index: ifindex } = await lastValueFrom(link.get$({ ifname: "v1" }));
    const entry = [{ info: { vid: 10, flags: onlyOpts }, ...option }];
    const refused = await refusal(bridgeVlan.change$({ ifindex, entry }));
    if (refused !== undefined) {
      console.log(`skipped on this kernel: ${title}: ${refused}`);
      return skip(refused);
    }
    const found = await lastValueFrom(bridgeVlan.get$({ ifindex }));
    expect(found.entry?.find(({ info }) => info?.vid === 10)).toMatchObject(option);
  });

  it("are assigned to a spanning tree instance", async ({ skip }) => {
    if (lacking(skip)) return;
    const { bridgeVlan, link } = on.kernel.nl;
    const { index: ifindex } = await lastValueFrom(link.get$({ ifname: "br0" }));
    const BR_BOOLOPT_MST_ENABLE = 1 << 3;
    const multiBoolopt = { optval: BR_BOOLOPT_MST_ENABLE, optmask: BR_BOOLOPT_MST_ENABLE };
    // The bridge accepts it only while its ports have no VLAN.
    on.kernel.run("ip link set v1 nomaster; ip link set br0 type bridge mcast_vlan_snooping 0");
    const refused = await refusal(
      link.change$({ index: ifindex, linkinfo: { data: { bridge: { multiBoolopt } } } }),
    );
    if (refused !== undefined) return skip(`instances of the spanning tree are since 5.18: ${refused}`);
    await done(bridgeVlan.change$({ ifindex, globalOptions: [{ id: 10, msti: 3 }] }));
    const flags = bridgeVlanDumpFlags.bits.global;
    const [{ globalOptions } = {}] = await all(bridgeVlan.list$({ ifindex, flags }));
    expect(globalOptions?.find(({ id }) => id === 10)).toMatchObject({ msti: 3 });
  });

  it("are reported when added and removed", async ({ skip }) => {
    if (lacking(skip)) return;
    const { bridgeVlan, link } = on.kernel.nl;
    const { index: ifindex } = await lastValueFrom(link.get$({ ifname: "v1" }));
    const received = await collectNotifications(bridgeVlan);
    const entry = [{ info: { vid: 30 }, range: 32 }];
    await done(bridgeVlan.add$({ ifindex, entry }));
    await done(bridgeVlan.delete$({ ifindex, entry }));
    const reported = (type: string) => ({ type, value: { ifindex, entry } });
    await vi.waitFor(() => expect(received).toMatchObject([reported("new"), reported("delete")]));
  });

  it("have counters on request", async ({ skip }) => {
    if (lacking(skip)) return;
    const { bridgeVlan, link } = on.kernel.nl;
    const { index: ifindex } = await lastValueFrom(link.get$({ ifname: "v1" }));
    const counted = await all(bridgeVlan.list$({ ifindex, flags: bridgeVlanDumpFlags.bits.stats }));
    expect(counted[0]?.entry?.find(({ info }) => info?.vid === 10)?.stats).toEqual({
      ...{ rxBytes: expect.any(BigInt), rxPackets: expect.any(BigInt) },
      ...{ txBytes: expect.any(BigInt), txPackets: expect.any(BigInt) },
    });
  });
});

describe.skipIf(why !== undefined)("VNIs of a vxlan", () => {
  const VXLAN =
    "ip link add vxe type vxlan external vnifilter dstport 4790 local 2001:db8::1; ip link set vxe up";
  const on = useFreshKernel(CABLE);

  it("have IPv6 groups, and counters on request", async ({ skip }) => {
    const said = errorOf(on.kernel, VXLAN);
    if (said !== undefined) return skip(`VNI filters are since 5.18: ${said}`);
    const { tunnel, link } = on.kernel.nl;
    const { index: ifindex } = await lastValueFrom(link.get$({ ifname: "vxe" }));
    const received = await collectNotifications(tunnel);
    await done(tunnel.add$({ ifindex, entry: [{ start: 100, group6: "2001:db8::77" }] }));
    const [found] = await all(tunnel.list$({ ifindex, flags: tunnelFlags.bits.stats }));
    expect(found?.entry).toMatchObject([
      { start: 100, group6: "2001:db8::77", stats: { rxBytes: 0n, txErrors: 0n } },
    ]);
    await done(tunnel.delete$({ ifindex, entry: [{ start: 100 }] }));
    expect(await all(tunnel.list$({ ifindex }))).toEqual([]);
    await vi.waitFor(() => expect(received.map(({ type: event }) => event)).toEqual(["new", "delete"]));
  });
});
