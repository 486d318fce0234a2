// Multicast databases, VLANs of bridges and VNI filters.
import { pick } from "@rxnetlink/core";
import type { Mdb } from "#src/bridge/mdb/layout.js";
import type { Tunnel } from "#src/bridge/tunnel.js";
import type { BridgeVlan } from "#src/bridge/vlan/layout.js";
import { mdbAsIp, tunnelAsIp, vlanAsIp, vniByVni } from "../printed/bridge.js";
import type { Json } from "../printed/common.js";
import { AGE, BRIDGE, type Case } from "./case.js";

export const bridgeCases: readonly Case[] = [
  {
    title: "multicast databases",
    object: "mdb",
    setup: `${BRIDGE} bridge mdb add dev br0 port v1 grp 239.1.1.1 permanent
      bridge mdb add dev br0 port v1 grp 239.1.1.2 src 192.0.2.50 permanent
      bridge mdb add dev br0 port v1 grp ff05::9 permanent
      bridge mdb add dev br0 port v1 grp 01:00:5e:00:00:09 permanent`,
    print: "bridge -j -d -s mdb",
    rows: ([{ mdb }]: [{ mdb: Json[] }]) => mdb.filter(({ state }) => state === "permanent"),
    asIp: (mdb: Mdb, nameOf) => mdbAsIp(mdb, nameOf).filter(({ state }) => state === "permanent"),
    skipped: { timer: AGE },
    mine: ({ mdb }: Mdb) => mdb !== undefined,
    key: () => "all",
    again: ({ ifindex, mdb }: Mdb) =>
      mdb!
        .entry!.flatMap(({ info }) => info!)
        .filter(({ entry }) => entry.state === "permanent")
        .map(({ entry, attrs }) => ({
          ifindex,
          entry,
          ...(attrs.source && { entryAttrs: { source: attrs.source } }),
        })),
  },
  {
    title: "VLANs of bridges",
    object: "bridgeVlan",
    needs: "ip link add b9 type bridge vlan_filtering 1",
    setup: `${BRIDGE} ip link set br0 type bridge vlan_filtering 1
      bridge vlan add dev v1 vid 10 pvid untagged; bridge vlan add dev v1 vid 20-25
      bridge vlan add dev br0 vid 10 self; bridge vlan set vid 20 dev v1 state blocking`,
    print: "bridge -j -d vlan",
    // The kernel also lists ports without VLANs.
    asIp: (vlan: BridgeVlan, nameOf) => (vlan.entry === undefined ? [] : vlanAsIp(vlan, nameOf)),
    silent: "notifications have the VLANs of the request, not those of the whole port",
    mine: ({ entry = [] }: BridgeVlan) => entry.some(({ info }) => info!.vid === 20),
    key: (vlan: BridgeVlan) => pick(vlan, "ifindex"),
    again: ({ ifindex, entry = [] }: BridgeVlan) =>
      entry.map((one) => ({ ifindex, entry: [pick(one, "info", "range", "state")] })),
  },
  {
    title: "VNI filters",
    object: "tunnel",
    needs: "ip link add x9 type vxlan external vnifilter dstport 4799",
    setup: `ip link add vxe type vxlan external vnifilter dstport 4790 dev v0 local 192.0.2.1; ip link set vxe up
      bridge vni add dev vxe vni 100-102 group 239.1.1.1; bridge vni add dev vxe vni 200 remote 192.0.2.77`,
    print: "bridge -j -d vni",
    asIp: tunnelAsIp,
    notified: vniByVni,
    mine: () => true,
    key: (tunnel: Tunnel) => pick(tunnel, "ifindex"),
    again: ({ ifindex, entry = [] }: Tunnel) => [
      { ifindex, entry: entry.map((vnis) => pick(vnis, "start", "end", "group")) },
    ],
  },
];
