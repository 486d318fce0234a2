import { neighbourExtFlags, neighbourFlags, neighbourState } from "#src/neighbour/layout.js";
import type { SideBySide } from "./step.js";

const MAC = "02:00:00:00:00:07";
const AGES = {
  used: "it runs",
  confirmed: "it runs",
  updated: "it runs",
  refcnt: "it varies",
  probes: "they go on",
};

/** Neighbours and forwarding tables, with `ip neigh` and `bridge fdb`, and with rxnetlink. */
export const neighbourSteps: readonly SideBySide[] = [
  {
    title: "neighbours",
    unordered: true,
    print: ["ip -j -d neigh show nud all dev v0", "ip -j -d neigh show proxy"],
    skipped: AGES,
    steps: [
      [
        `ip neigh add 192.0.2.7 lladdr ${MAC} dev v0`,
        ({ neighbour }, { v0 }) => neighbour.add$({ ndmIfindex: v0, dst: "192.0.2.7", lladdr: MAC }),
      ],
      [
        `ip neigh add 192.0.2.7 lladdr ${MAC} dev v0`,
        ({ neighbour }, { v0 }) => neighbour.add$({ ndmIfindex: v0, dst: "192.0.2.7", lladdr: MAC }),
        "EEXIST",
      ],
      [
        `ip neigh add 2001:db8::7 lladdr ${MAC} dev v0 nud stale router extern_learn protocol bgp`,
        ({ neighbour }, { v0 }) =>
          neighbour.add$({
            ndmIfindex: v0,
            dst: "2001:db8::7",
            lladdr: MAC,
            state: neighbourState.bits.stale,
            flags: neighbourFlags.of("router", "extLearned"),
            protocol: "bgp",
          }),
      ],
      [
        "ip neigh change 192.0.2.7 lladdr 02:00:00:00:00:08 dev v0",
        ({ neighbour }, { v0 }) =>
          neighbour.change$({ ndmIfindex: v0, dst: "192.0.2.7", lladdr: "02:00:00:00:00:08" }),
      ],
      [
        "ip neigh change 192.0.2.9 lladdr 02:00:00:00:00:08 dev v0",
        ({ neighbour }, { v0 }) =>
          neighbour.change$({ ndmIfindex: v0, dst: "192.0.2.9", lladdr: "02:00:00:00:00:08" }),
        "ENOENT",
      ],
      [
        `ip neigh replace 2001:db8::8 lladdr ${MAC} dev v0 nud noarp`,
        ({ neighbour }, { v0 }) =>
          neighbour.replace$({
            ndmIfindex: v0,
            dst: "2001:db8::8",
            lladdr: MAC,
            state: neighbourState.bits.noarp,
          }),
      ],
      [
        `ip neigh replace 192.0.2.7 lladdr ${MAC} dev v0 nud noarp`,
        ({ neighbour }, { v0 }) =>
          neighbour.replace$({
            ndmIfindex: v0,
            dst: "192.0.2.7",
            lladdr: MAC,
            state: neighbourState.bits.noarp,
          }),
      ],
      [
        "ip neigh add proxy 192.0.2.20 dev v0",
        ({ neighbour }, { v0 }) =>
          neighbour.add$({ ndmIfindex: v0, dst: "192.0.2.20", flags: neighbourFlags.bits.proxy }),
      ],
      [
        "ip neigh add proxy 2001:db8::20 dev v0",
        ({ neighbour }, { v0 }) =>
          neighbour.add$({ ndmIfindex: v0, dst: "2001:db8::20", flags: neighbourFlags.bits.proxy }),
      ],
      [
        "ip neigh delete proxy 192.0.2.20 dev v0",
        ({ neighbour }, { v0 }) =>
          neighbour.delete$({ ndmIfindex: v0!, dst: "192.0.2.20", flags: neighbourFlags.bits.proxy }),
      ],
      [
        "ip neigh delete 192.0.2.99 dev v0",
        ({ neighbour }, { v0 }) => neighbour.delete$({ ndmIfindex: v0!, dst: "192.0.2.99" }),
        "ENOENT",
      ],
      [
        "ip neigh delete 2001:db8::8 dev v0",
        ({ neighbour }, { v0 }) =>
          neighbour.flush$({ ndmIfindex: v0!, dst: "2001:db8::8", state: neighbourState.bits.noarp }),
      ],
    ],
  },
  {
    title: "managed neighbours",
    needs: "ip link add a0 type veth peer name a1; ip link set a0 up; ip neigh add 192.0.2.1 dev a0 managed",
    print: ["ip -j -d neigh show nud all dev v0"],
    skipped: { ...AGES, state: "resolution is in progress" },
    steps: [
      [
        "ip neigh replace 192.0.2.30 dev v0 managed extern_learn",
        ({ neighbour }, { v0 }) =>
          neighbour.replace$({
            ndmIfindex: v0,
            dst: "192.0.2.30",
            flags: neighbourFlags.bits.extLearned,
            flagsExt: neighbourExtFlags.bits.managed,
          }),
      ],
    ],
  },
  {
    title: "the forwarding table of a bridge",
    unordered: true,
    // A port that is up may learn before that is off.
    setup: `ip link add br0 address 02:00:00:00:00:03 type bridge; ip link set br0 up; ip link set v1 down master br0
      ip link set v1 type bridge_slave learning off; ip link set v1 up`,
    print: ["bridge -j -d fdb show"],
    skipped: AGES,
    steps: [
      [
        "bridge fdb add 02:00:00:00:00:0a dev v1 master static",
        ({ fdb }, { v1 }) =>
          fdb.add$({
            ndmIfindex: v1,
            lladdr: "02:00:00:00:00:0a",
            flags: neighbourFlags.bits.master,
            state: neighbourState.of("noarp", "reachable"),
          }),
      ],
      [
        "bridge fdb add 02:00:00:00:00:0a dev v1 master static",
        ({ fdb }, { v1 }) =>
          fdb.add$({
            ndmIfindex: v1,
            lladdr: "02:00:00:00:00:0a",
            flags: neighbourFlags.bits.master,
          }),
        "EEXIST",
      ],
      [
        "bridge fdb add 02:00:00:00:00:0b dev v1 master permanent",
        ({ fdb }, { v1 }) =>
          fdb.add$({ ndmIfindex: v1, lladdr: "02:00:00:00:00:0b", flags: neighbourFlags.bits.master }),
      ],
      [
        "bridge fdb add 02:00:00:00:00:0c dev v1 self",
        ({ fdb }, { v1 }) => fdb.add$({ ndmIfindex: v1, lladdr: "02:00:00:00:00:0c" }),
      ],
      [
        "bridge fdb add 02:00:00:00:00:0d dev v1 master dynamic extern_learn",
        ({ fdb }, { v1 }) =>
          fdb.add$({
            ndmIfindex: v1,
            lladdr: "02:00:00:00:00:0d",
            flags: neighbourFlags.of("master", "extLearned"),
            state: neighbourState.bits.reachable,
          }),
      ],
      [
        "bridge fdb replace 02:00:00:00:00:0a dev v1 master static sticky",
        ({ fdb }, { v1 }) =>
          fdb.replace$({
            ndmIfindex: v1,
            lladdr: "02:00:00:00:00:0a",
            flags: neighbourFlags.of("master", "sticky"),
            state: neighbourState.of("noarp", "reachable"),
          }),
      ],
      [
        "bridge fdb add 02:00:00:00:00:0e dev br0 self local",
        ({ fdb }, { br0 }) => fdb.add$({ ndmIfindex: br0, lladdr: "02:00:00:00:00:0e" }),
      ],
      [
        "bridge fdb delete 02:00:00:00:00:0b dev v1 master",
        ({ fdb }, { v1 }) =>
          fdb.delete$({ ndmIfindex: v1!, lladdr: "02:00:00:00:00:0b", flags: neighbourFlags.bits.master }),
      ],
      [
        "bridge fdb delete 02:00:00:00:00:0b dev v1 master",
        ({ fdb }, { v1 }) =>
          fdb.delete$({ ndmIfindex: v1!, lladdr: "02:00:00:00:00:0b", flags: neighbourFlags.bits.master }),
        "ENOENT",
      ],
    ],
  },
  {
    title: "the forwarding table of a vxlan",
    setup: `ip link add vx0 type vxlan id 42 local 192.0.2.1 dstport 4789; ip link set vx0 up
      ip link add vx1 type vxlan external dstport 4790; ip link set vx1 up
      ip nexthop add id 30 via 192.0.2.9 fdb; ip nexthop add id 31 group 30 fdb`,
    unordered: true,
    print: ["bridge -j -d fdb show dev vx0", "bridge -j -d fdb show dev vx1"],
    skipped: AGES,
    steps: [
      [
        "bridge fdb add 02:00:00:00:00:0a dev vx0 dst 192.0.2.5",
        ({ fdb }, { vx0 }) => fdb.add$({ ndmIfindex: vx0, lladdr: "02:00:00:00:00:0a", dst: "192.0.2.5" }),
      ],
      [
        "bridge fdb add 02:00:00:00:00:0b dev vx0 dst 192.0.2.5 port 9999 vni 77 via v0",
        ({ fdb }, { vx0, v0 }) =>
          fdb.add$({
            ndmIfindex: vx0,
            lladdr: "02:00:00:00:00:0b",
            dst: "192.0.2.5",
            port: 9999,
            vni: 77,
            ifindex: v0,
          }),
      ],
      [
        "bridge fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.6",
        ({ fdb }, { vx0 }) => fdb.append$({ ndmIfindex: vx0, lladdr: "00:00:00:00:00:00", dst: "192.0.2.6" }),
      ],
      [
        "bridge fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.7",
        ({ fdb }, { vx0 }) => fdb.append$({ ndmIfindex: vx0, lladdr: "00:00:00:00:00:00", dst: "192.0.2.7" }),
      ],
      [
        "bridge fdb add 02:00:00:00:00:0c dev vx0 nhid 31",
        ({ fdb }, { vx0 }) => fdb.add$({ ndmIfindex: vx0, lladdr: "02:00:00:00:00:0c", nhId: 31 }),
      ],
      [
        "bridge fdb add 02:00:00:00:00:0d dev vx1 dst 192.0.2.8 src_vni 5 vni 6",
        ({ fdb }, { vx1 }) =>
          fdb.add$({ ndmIfindex: vx1, lladdr: "02:00:00:00:00:0d", dst: "192.0.2.8", srcVni: 5, vni: 6 }),
      ],
      [
        "bridge fdb replace 02:00:00:00:00:0a dev vx0 dst 192.0.2.55",
        ({ fdb }, { vx0 }) =>
          fdb.replace$({ ndmIfindex: vx0, lladdr: "02:00:00:00:00:0a", dst: "192.0.2.55" }),
      ],
      [
        "bridge fdb delete 00:00:00:00:00:00 dev vx0 dst 192.0.2.6",
        ({ fdb }, { vx0 }) =>
          fdb.delete$({ ndmIfindex: vx0!, lladdr: "00:00:00:00:00:00", dst: "192.0.2.6" }),
      ],
    ],
  },
  {
    title: "neighbour tables",
    print: ["ip -j ntable show dev v0", "ip -j ntable show name arp_cache"],
    skipped: {
      reachable: "the kernel randomizes it",
      refcnt: "it varies",
      lastflush: "it runs",
      lastrand: "it runs",
    },
    steps: [
      [
        "ip ntable change name arp_cache dev v0 retrans 2000 queue 7 base_reachable 50000 gc_stale 70000 delay_probe 6000",
        ({ neighbourTable }, { v0 }) =>
          neighbourTable.change$({
            family: "inet",
            name: "arp_cache",
            parms: {
              ifindex: v0,
              retransTime: 2000n,
              queueLen: 7,
              baseReachableTime: 50_000n,
              gcStaletime: 70_000n,
              delayProbeTime: 6000n,
            },
          }),
      ],
      [
        "ip ntable change name ndisc_cache dev v0 app_probes 1 ucast_probes 4 mcast_probes 5 anycast_delay 2000 proxy_delay 3000 proxy_queue 9 locktime 1000",
        ({ neighbourTable }, { v0 }) =>
          neighbourTable.change$({
            family: "inet6",
            name: "ndisc_cache",
            parms: {
              ifindex: v0,
              appProbes: 1,
              ucastProbes: 4,
              mcastProbes: 5,
              anycastDelay: 2000n,
              proxyDelay: 3000n,
              proxyQlen: 9,
              locktime: 1000n,
            },
          }),
      ],
      [
        "ip ntable change name nosuch dev v0 retrans 2000",
        ({ neighbourTable }, { v0 }) =>
          neighbourTable.change$({ name: "nosuch", parms: { ifindex: v0, retransTime: 2000n } }),
        "ENOENT",
      ],
    ],
  },
];
