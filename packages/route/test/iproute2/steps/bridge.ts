import { bridgeVlanFlags } from "#src/link/bridge/bridge.js";
import type { SideBySide } from "./step.js";

const { pvid, untagged, onlyOpts } = bridgeVlanFlags.bits;
const BRIDGE = "ip link add br0 type bridge; ip link set br0 up; ip link set v1 master br0";

/** Multicast databases, VLANs and VNI filters, with `bridge` and with rxnetlink. */
export const bridgeSteps: readonly SideBySide[] = [
  {
    title: "multicast databases",
    setup: BRIDGE,
    print: ["bridge -j -d mdb show"],
    skipped: { timer: "counts down" },
    steps: [
      [
        "bridge mdb add dev br0 port v1 grp 239.1.1.1 permanent",
        ({ mdb }, { br0, v1 }) =>
          mdb.add$({ ifindex: br0, entry: { ifindex: v1, addr: "239.1.1.1", state: "permanent" } }),
      ],
      [
        "bridge mdb add dev br0 port v1 grp 239.1.1.1 permanent",
        ({ mdb }, { br0, v1 }) =>
          mdb.add$({ ifindex: br0, entry: { ifindex: v1, addr: "239.1.1.1", state: "permanent" } }),
        "EEXIST",
      ],
      [
        "bridge mdb add dev br0 port v1 grp 239.1.1.2 src 192.0.2.50 permanent",
        ({ mdb }, { br0, v1 }) =>
          mdb.add$({
            ifindex: br0,
            entry: { ifindex: v1, addr: "239.1.1.2", state: "permanent" },
            entryAttrs: { source: "192.0.2.50" },
          }),
      ],
      [
        "bridge mdb add dev br0 port v1 grp ff05::9 permanent",
        ({ mdb }, { br0, v1 }) =>
          mdb.add$({ ifindex: br0, entry: { ifindex: v1, addr: "ff05::9", state: "permanent" } }),
      ],
      [
        "bridge mdb add dev br0 port v1 grp 01:00:5e:00:00:09 permanent",
        ({ mdb }, { br0, v1 }) =>
          mdb.add$({ ifindex: br0, entry: { ifindex: v1, addr: "01:00:5e:00:00:09", state: "permanent" } }),
      ],
      [
        "bridge mdb add dev br0 port br0 grp ff05::10 temp",
        ({ mdb }, { br0 }) => mdb.add$({ ifindex: br0, entry: { ifindex: br0, addr: "ff05::10" } }),
      ],
      [
        "bridge mdb delete dev br0 port v1 grp 239.1.1.2 src 192.0.2.50",
        ({ mdb }, { br0, v1 }) =>
          mdb.delete$({
            ifindex: br0!,
            entry: { ifindex: v1!, addr: "239.1.1.2" },
            entryAttrs: { source: "192.0.2.50" },
          }),
      ],
      [
        "bridge mdb delete dev br0 port v1 grp 239.1.1.2",
        ({ mdb }, { br0, v1 }) => mdb.delete$({ ifindex: br0!, entry: { ifindex: v1!, addr: "239.1.1.2" } }),
        "EINVAL",
      ],
    ],
  },
  {
    title: "VLANs of a bridge",
    needs: "ip link add b9 type bridge vlan_filtering 1",
    setup: `${BRIDGE}; ip link set br0 type bridge vlan_filtering 1 mcast_snooping 1`,
    print: ["bridge -j -d vlan show", "bridge -j -d vlan global show"],
    steps: [
      [
        "bridge vlan add dev v1 vid 10 pvid untagged",
        ({ bridgeVlan }, { v1 }) =>
          bridgeVlan.add$({ ifindex: v1, entry: [{ info: { vid: 10, flags: pvid | untagged } }] }),
      ],
      [
        "bridge vlan add dev v1 vid 20-25",
        ({ bridgeVlan }, { v1 }) =>
          bridgeVlan.add$({ ifindex: v1, entry: [{ info: { vid: 20 }, range: 25 }] }),
      ],
      [
        "bridge vlan add dev br0 vid 10-25 self",
        ({ bridgeVlan }, { br0 }) =>
          bridgeVlan.add$({ ifindex: br0, entry: [{ info: { vid: 10 }, range: 25 }] }),
      ],
      [
        "bridge vlan set dev v1 vid 20-21 state blocking",
        ({ bridgeVlan }, { v1 }) =>
          bridgeVlan.change$({
            ifindex: v1,
            entry: [{ info: { vid: 20, flags: onlyOpts }, range: 21, state: "blocking" }],
          }),
      ],
      [
        "bridge vlan set dev v1 vid 99 state blocking",
        ({ bridgeVlan }, { v1 }) =>
          bridgeVlan.change$({
            ifindex: v1,
            entry: [{ info: { vid: 99, flags: onlyOpts }, state: "blocking" }],
          }),
        "ENOENT",
      ],
      [
        "bridge vlan delete dev v1 vid 22-23",
        ({ bridgeVlan }, { v1 }) =>
          bridgeVlan.delete$({ ifindex: v1!, entry: [{ info: { vid: 22 }, range: 23 }] }),
      ],
      [
        "ip link set br0 type bridge mcast_vlan_snooping 1",
        ({ link }) =>
          link.change$({
            ifname: "br0",
            linkinfo: { kind: "bridge", data: { bridge: { multiBoolopt: { optval: 2, optmask: 2 } } } },
          }),
      ],
      [
        "bridge vlan set dev v1 vid 20 mcast_router 2",
        ({ bridgeVlan }, { v1 }) =>
          bridgeVlan.change$({
            ifindex: v1,
            entry: [{ info: { vid: 20, flags: onlyOpts }, mcastRouter: 2 }],
          }),
      ],
      [
        `bridge vlan global set dev br0 vid 20 mcast_igmp_version 3 mcast_mld_version 2 mcast_last_member_count 5
          mcast_startup_query_count 6 mcast_last_member_interval 400 mcast_membership_interval 30000
          mcast_querier_interval 40000 mcast_query_interval 20000 mcast_query_response_interval 1600
          mcast_startup_query_interval 5200 mcast_querier 1`.replaceAll("\n", " "),
        ({ bridgeVlan }, { br0 }) =>
          bridgeVlan.change$({
            ifindex: br0,
            globalOptions: [
              {
                id: 20,
                mcastIgmpVersion: 3,
                mcastMldVersion: 2,
                mcastLastMemberCnt: 5,
                mcastStartupQueryCnt: 6,
                mcastLastMemberIntvl: 400n,
                mcastMembershipIntvl: 30_000n,
                mcastQuerierIntvl: 40_000n,
                mcastQueryIntvl: 20_000n,
                mcastQueryResponseIntvl: 1600n,
                mcastStartupQueryIntvl: 5200n,
                mcastQuerier: 1,
              },
            ],
          }),
      ],
      [
        "bridge vlan global set dev br0 vid 10-12 mcast_snooping 0",
        ({ bridgeVlan }, { br0 }) =>
          bridgeVlan.change$({ ifindex: br0, globalOptions: [{ id: 10, range: 12, mcastSnooping: 0 }] }),
      ],
      [
        "bridge vlan delete dev v1 vid 1; bridge vlan delete dev v1 vid 10; bridge vlan delete dev v1 vid 20-21; bridge vlan delete dev v1 vid 24-25",
        ({ bridgeVlan }, { v1 }) => bridgeVlan.flush$({ ifindex: v1! }),
      ],
    ],
  },
  {
    title: "VLANs mapped to tunnels",
    needs: "ip link add b9 type bridge vlan_filtering 1",
    setup: `${BRIDGE}; ip link set br0 type bridge vlan_filtering 1
      ip link add vx0 type vxlan external dstport 4789; ip link set vx0 master br0 up
      bridge link set dev vx0 vlan_tunnel on; bridge vlan add dev vx0 vid 10-12`,
    print: ["bridge -j -d vlan show", "bridge -j -d vlan tunnelshow"],
    steps: [
      [
        "bridge vlan add dev vx0 vid 10 tunnel_info id 1000",
        ({ bridgeVlan }, { vx0 }) =>
          bridgeVlan.change$({
            ifindex: vx0,
            entry: [{ info: { vid: 10, flags: onlyOpts }, tunnelInfo: { id: 1000, cmd: 19 } }],
          }),
      ],
      [
        "bridge vlan add dev vx0 vid 11-12 tunnel_info id 1001-1002",
        ({ bridgeVlan }, { vx0 }) =>
          bridgeVlan.change$({
            ifindex: vx0,
            entry: [{ info: { vid: 11, flags: onlyOpts }, range: 12, tunnelInfo: { id: 1001, cmd: 19 } }],
          }),
      ],
      [
        "bridge vlan delete dev vx0 vid 10 tunnel_info id 1000",
        ({ bridgeVlan }, { vx0 }) =>
          bridgeVlan.change$({
            ifindex: vx0,
            entry: [{ info: { vid: 10, flags: onlyOpts }, tunnelInfo: { id: 1000, cmd: 17 } }],
          }),
      ],
    ],
  },
  {
    title: "VNI filters",
    needs: "ip link add x9 type vxlan external vnifilter dstport 4799",
    setup:
      "ip link add vxe type vxlan external vnifilter dstport 4790 dev v0 local 192.0.2.1; ip link set vxe up",
    print: ["bridge -j -d vni show"],
    steps: [
      [
        "bridge vni add dev vxe vni 100-102 group 239.1.1.1",
        ({ tunnel }, { vxe }) =>
          tunnel.add$({ ifindex: vxe, entry: [{ start: 100, end: 102, group: "239.1.1.1" }] }),
      ],
      [
        "bridge vni add dev vxe vni 200 remote 192.0.2.77",
        ({ tunnel }, { vxe }) => tunnel.add$({ ifindex: vxe, entry: [{ start: 200, group: "192.0.2.77" }] }),
      ],
      [
        "bridge vni add dev vxe vni 200 remote 192.0.2.78",
        ({ tunnel }, { vxe }) =>
          tunnel.change$({ ifindex: vxe, entry: [{ start: 200, group: "192.0.2.78" }] }),
      ],
      [
        "bridge vni add dev vxe vni 300-301",
        ({ tunnel }, { vxe }) => tunnel.add$({ ifindex: vxe, entry: [{ start: 300, end: 301 }] }),
      ],
      [
        "bridge vni delete dev vxe vni 101",
        ({ tunnel }, { vxe }) => tunnel.delete$({ ifindex: vxe!, entry: [{ start: 101 }] }),
      ],
      [
        "bridge vni delete dev vxe vni 101",
        ({ tunnel }, { vxe }) => tunnel.delete$({ ifindex: vxe!, entry: [{ start: 101 }] }),
        "ENOENT",
      ],
    ],
  },
];
