import { EncodeError } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import { describe, expect, it } from "vitest";
import { type BridgeVlanInfo, bridgeVlanFlags } from "#src/link/bridge/bridge.js";
import { extMask } from "#src/link/enums.js";
import type { BridgePort } from "#src/link/kinds/bridge-port.js";
import { type Link, linkMessage } from "#src/link/layout.js";
import { linkObject } from "#src/link/link.js";
import { yes } from "../iproute2/printed/common.js";
import { PATIENCE, useNamespace } from "../support/namespace.js";
import { orSkip, whyNoNamespace } from "../support/skip.js";

type Json = Record<string, unknown>;

const SETUP = `
  modprobe -q br_netfilter 2> /dev/null
  ip link add br0 address 02:00:00:00:00:10 type bridge
  ip link add v0 type veth peer name v1
  ip link set v0 master br0
  for name in br0 v0 v1; do ip link set $name up; done`;

/** Returns a port as `bridge -d link` prints it. */
const portAsBridge = (port: BridgePort): Json => ({
  state: port.state,
  priority: port.priority,
  cost: port.cost,
  hairpin: yes(port.mode),
  guard: yes(port.guard),
  root_block: yes(port.protect),
  fastleave: yes(port.fastLeave),
  learning: yes(port.learning),
  flood: yes(port.unicastFlood),
  mcast_flood: yes(port.mcastFlood),
  bcast_flood: yes(port.bcastFlood),
  mcast_router: port.multicastRouter,
  mcast_to_unicast: yes(port.mcastToUcast),
  neigh_suppress: yes(port.neighSuppress),
  vlan_tunnel: yes(port.vlanTunnel),
  isolated: yes(port.isolated),
  locked: yes(port.locked),
});

/** Settings of a port, each different from the default. */
const EVERY: BridgePort = {
  priority: 40,
  cost: 77,
  mode: 1,
  guard: 1,
  protect: 1,
  fastLeave: 1,
  learning: 0,
  unicastFlood: 0,
  proxyarp: 1,
  proxyarpWifi: 1,
  multicastRouter: 2,
  mcastFlood: 0,
  mcastToUcast: 1,
  bcastFlood: 0,
  groupFwdMask: 0x4000,
  neighSuppress: 1,
  vlanTunnel: 1,
  isolated: 1,
  locked: 1,
};

const why = whyNoNamespace("bridges and their ports");

describe.skipIf(why !== undefined)("bridges and their ports", () => {
  const netns = useNamespace(SETUP);
  const port = async (mask = 0): Promise<Link> => {
    const rows = await all(netns.nl.link.list$({ family: "bridge", extMask: mask }));
    return rows.find(({ ifname }) => ifname === "v0")!;
  };

  it("accept and report each setting in linkinfo", { timeout: PATIENCE }, async () => {
    await done(netns.nl.link.change$({ ifname: "v0", linkinfo: { slaveData: { bridge: EVERY } } }));
    const { linkinfo } = await netns.link("v0");
    expect(linkinfo).toMatchObject({ slaveKind: "bridge", slaveData: { bridge: EVERY } });
    const [printed] = netns.sandbox.json<[Json]>("bridge -d -j link show dev v0");
    const { state: _, ...settings } = portAsBridge(linkinfo!.slaveData!.bridge!);
    expect(printed).toMatchObject(settings);
  });

  it("are listed and changed by messages of the family bridge", { timeout: PATIENCE }, async () => {
    const { index } = await netns.link("v0");
    const settings: BridgePort = { cost: 5, learning: 1, isolated: 0, locked: 0 };
    await done(netns.nl.link.change$({ family: "bridge", index, protinfo: { bridge: settings } }));
    const reported = await port();
    expect(reported.protinfo?.bridge).toMatchObject(settings);
    const [printed] = netns.sandbox.json<[Json]>("bridge -d -j link show dev v0");
    expect(printed).toMatchObject(portAsBridge(reported.protinfo!.bridge!));
    expect(printed).toMatchObject({ ifname: reported.ifname, mtu: reported.mtu, master: "br0" });
  });

  it("ignore settings of links there, which are refused", { timeout: PATIENCE }, async () => {
    const { index, mtu } = await netns.link("v0");
    const value = { family: "bridge", index, mtu: mtu! - 100 } as Link;
    await done(netns.nl.connection.execute$({ type: linkObject.types.set!, layout: linkMessage, value }));
    expect((await netns.link("v0")).mtu).toBe(mtu);
    await expect(done(netns.nl.link.change$(value))).rejects.toBeInstanceOf(EncodeError);
  });

  it("forget learnt addresses", { timeout: PATIENCE }, async () => {
    const { index } = await netns.link("v0");
    netns.sandbox.run("bridge fdb add 02:00:00:00:00:77 dev v0 master dynamic");
    const learnt = () => netns.sandbox.run("bridge fdb show dev v0 | grep 02:00:00:00:00:77 || true");
    expect(learnt()).not.toBe("");
    await done(netns.nl.link.change$({ family: "bridge", index, protinfo: { bridge: { flush: true } } }));
    expect(learnt()).toBe("");
  });

  /** VLANs with their flags. */
  const vlan = (vid: number, ...flags: Parameters<typeof bridgeVlanFlags.of>): BridgeVlanInfo => ({
    vid,
    flags: bridgeVlanFlags.of(...flags),
  });
  const filtering = (context: Parameters<typeof orSkip>[0]) =>
    orSkip(
      context,
      "filtering of VLANs",
      netns.nl.link.change$({ ifname: "br0", linkinfo: { data: { bridge: { vlanFiltering: 1 } } } }),
    );

  it("have VLANs, one by one and as ranges", { timeout: PATIENCE }, async (context) => {
    await filtering(context);
    const { index } = await netns.link("v0");
    const vlanInfo = [
      vlan(10, "pvid", "untagged"),
      vlan(20, "rangeBegin"),
      vlan(29, "rangeEnd"),
      vlan(30, "untagged"),
    ];
    await done(netns.nl.link.change$({ family: "bridge", index, afSpec: { bridge: { vlanInfo } } }));
    const [printed] = netns.sandbox.json<[{ vlans: Json[] }]>("bridge -j -compressvlans vlan show dev v0");
    expect(printed.vlans).toEqual([
      { vlan: 1, flags: ["Egress Untagged"] },
      { vlan: 10, flags: ["PVID", "Egress Untagged"] },
      { vlan: 20, vlanEnd: 29, flags: [] },
      { vlan: 30, flags: ["Egress Untagged"] },
    ]);

    const ranges = await port(extMask.of("brvlanCompressed"));
    expect(ranges.afSpec?.bridge?.vlanInfo).toEqual([vlan(1, "untagged"), ...vlanInfo]);
    const single = await port(extMask.of("brvlan"));
    const vids = single.afSpec?.bridge?.vlanInfo?.map(({ vid }) => vid);
    expect(vids).toEqual([1, 10, ...Array.from({ length: 10 }, (_, at) => 20 + at), 30]);

    await done(netns.nl.link.delete$({ family: "bridge", index, afSpec: { bridge: { vlanInfo } } }));
    expect((await port(extMask.of("brvlan"))).afSpec?.bridge?.vlanInfo).toEqual([vlan(1, "untagged")]);
  });

  it("have VLANs of the bridge itself", { timeout: PATIENCE }, async (context) => {
    await filtering(context);
    const { index } = await netns.link("br0");
    const afSpec = { bridge: { flags: 2, vlanInfo: [vlan(40, "brentry")] } };
    await done(netns.nl.link.change$({ family: "bridge", index, afSpec }));
    const [printed] = netns.sandbox.json<[{ vlans: Json[] }]>("bridge -j vlan show dev br0");
    expect(printed.vlans.map((one) => one.vlan)).toEqual([1, 40]);
  });

  it("map VLANs to tunnels", { timeout: PATIENCE }, async (context) => {
    await filtering(context);
    netns.sandbox.run(`ip link add vx0 type vxlan dstport 4789 external; ip link set vx0 master br0
      bridge link set dev vx0 vlan_tunnel on; bridge vlan add dev vx0 vid 50-52`);
    const { index } = await netns.link("vx0");
    const begin = bridgeVlanFlags.of("rangeBegin");
    const end = bridgeVlanFlags.of("rangeEnd");
    const vlanTunnelInfo = [
      { id: 5000, vid: 50, flags: begin },
      { id: 5002, vid: 52, flags: end },
    ];
    await done(netns.nl.link.change$({ family: "bridge", index, afSpec: { bridge: { vlanTunnelInfo } } }));
    const [printed] = netns.sandbox.json<[{ tunnels: Json[] }]>("bridge -j vlan tunnelshow dev vx0");
    expect(printed.tunnels).toEqual([{ vlan: 50, vlanEnd: 52, tunid: 5000, tunidEnd: 5002 }]);
    const rows = await all(
      netns.nl.link.list$({ family: "bridge", extMask: extMask.of("brvlanCompressed") }),
    );
    const reported = rows.find((row) => row.index === index)?.afSpec?.bridge?.vlanTunnelInfo;
    expect(reported).toEqual(vlanTunnelInfo);
  });

  it("have a state per spanning tree", { timeout: PATIENCE }, async (context) => {
    netns.sandbox.run(
      "ip link add br1 type bridge vlan_default_pvid 0; ip link add w0 type veth peer name w1; ip link set w0 master br1",
    );
    const of = await netns.indices();
    const data = { bridge: { vlanFiltering: 1, multiBoolopt: { optval: 4, optmask: 4 } } };
    await orSkip(context, "MST", netns.nl.link.change$({ ifname: "br1", linkinfo: { data } }));
    const vlanInfo = [vlan(60)];
    const change = (index: number, afSpec: Link["afSpec"]) =>
      orSkip(context, "MST", netns.nl.link.change$({ family: "bridge", index, afSpec: afSpec! }));
    await change(of("br1"), { bridge: { flags: 2, vlanInfo: [vlan(60, "brentry")] } });
    await change(of("w0"), { bridge: { vlanInfo } });
    await done(netns.nl.bridgeVlan.change$({ ifindex: of("br1"), globalOptions: [{ id: 60, msti: 3 }] }));
    await change(of("w0"), { bridge: { mst: { entry: [{ msti: 3, state: "blocking" }] } } });
    const rows = await all(netns.nl.link.list$({ family: "bridge", extMask: extMask.of("mst") }));
    const reported = rows.find(({ ifname }) => ifname === "w0")?.afSpec?.bridge?.mst;
    expect(reported).toEqual({ entry: [{ msti: 3, state: "blocking" }] });
  });
});
