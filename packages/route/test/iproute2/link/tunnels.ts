// Further links to make with iproute2 and with us.
import { sitFlags } from "#src/link/kinds/sit.js";
import { ip6tnlFlags } from "#src/link/kinds/tunnel.js";
import type { LinkCase } from "./kinds.js";

const ENDS = { local: "192.0.2.1", remote: "192.0.2.2" };
const ENDS6 = { local: "2001:db8::1", remote: "2001:db8::2" };
const ip4 = "local 192.0.2.1 remote 192.0.2.2";
const ip6 = "local 2001:db8::1 remote 2001:db8::2";

export const MORE_CASES: readonly LinkCase[] = [
  {
    ip: `type ipip ${ip4} ttl 5 tos inherit dev v0`,
    data: (of) => ({ ipip: { ...ENDS, ttl: 5, tos: 1, link: of("v0"), pmtudisc: 1, proto: 0 } }),
    change: { ipip: { ...ENDS, ttl: 6, pmtudisc: 1 } },
  },
  {
    ip: `type sit ${ip4} ttl 5 6rd-prefix 2001:db8::/32 6rd-relay_prefix 198.51.100.0/24`,
    data: () => ({
      sit: {
        ...ENDS,
        ttl: 5,
        pmtudisc: 1,
        proto: 0,
        "6rdPrefix": "2001:db8::",
        "6rdPrefixlen": 32,
        "6rdRelayPrefix": "198.51.100.0",
        "6rdRelayPrefixlen": 24,
      },
    }),
  },
  {
    ip: "type sit local 192.0.2.1 isatap",
    data: () => ({
      sit: { local: "192.0.2.1", ttl: 0, flags: sitFlags.of("isatap"), pmtudisc: 1, proto: 0 },
    }),
  },
  {
    ip: `type ip6tnl mode ip6ip6 ${ip6} hoplimit 9 tclass 0x10 flowlabel 0x12345 encaplimit 5 dev v0 allow-localremote`,
    data: (of) => ({
      ip6tnl: {
        ...ENDS6,
        proto: 41,
        ttl: 9,
        flowinfo: 0x0101_2345,
        encapLimit: 5,
        link: of("v0"),
        flags: ip6tnlFlags.of("allowLocalRemote"),
      },
    }),
    writeOnly: ["flags"],
  },
  {
    ip: `type ip6tnl mode any ${ip6} encaplimit none fwmark 4`,
    data: () => ({
      ip6tnl: {
        ...ENDS6,
        proto: 0,
        ttl: 64,
        encapLimit: 4,
        flags: ip6tnlFlags.of("ignEncapLimit"),
        fwmark: 4,
      },
    }),
    change: { ip6tnl: { ...ENDS6, ttl: 8 } },
    writeOnly: ["flags"],
  },
  {
    ip: `type vti ${ip4} key 7 fwmark 3`,
    data: () => ({ vti: { ...ENDS, ikey: 7, okey: 7, fwmark: 3 } }),
  },
  {
    ip: `type vti6 ${ip6} ikey 7 okey 8 dev v0`,
    data: (of) => ({ vti6: { ...ENDS6, ikey: 7, okey: 8, link: of("v0") } }),
  },
  { ip: "type xfrm dev v0 if_id 42", data: (of) => ({ xfrm: { link: of("v0"), ifId: 42 } }) },
  { ip: "type xfrm external", data: () => ({ xfrm: { collectMetadata: true } }) },
  {
    ip: "type geneve id 42 remote 192.0.2.2 ttl 5 tos 0x10 dstport 7777 noudpcsum df set",
    data: () => ({
      geneve: { id: 42, remote: "192.0.2.2", ttl: 5, tos: 0x10, port: 7777, udpCsum: 0, df: "set" },
    }),
    change: { geneve: { id: 42, remote: "192.0.2.3", ttl: 6 } },
  },
  {
    ip: "type geneve id 43 remote 2001:db8::2 flowlabel 0x123 udp6zerocsumtx udp6zerocsumrx ttl inherit",
    data: () => ({
      geneve: {
        id: 43,
        remote6: "2001:db8::2",
        label: 0x123,
        udpZeroCsum6Tx: 1,
        udpZeroCsum6Rx: 1,
        ttlInherit: 1,
      },
    }),
  },
  { ip: "type geneve external", data: () => ({ geneve: { collectMetadata: true } }) },
  {
    ip: "type gtp role sgsn restart_count 3",
    data: () => ({ gtp: { role: "sgsn", createSockets: 1, pdpHashsize: 1024, restartCount: 3 } }),
    writeOnly: ["createSockets"],
  },
  {
    ip: "type hsr slave1 v0 slave2 w0 supervision 45 version 1",
    data: (of) => ({ hsr: { slave1: of("v0"), slave2: of("w0"), multicastSpec: 45, version: 1 } }),
    writeOnly: ["multicastSpec", "version"],
  },
  {
    ip: "type vxlan id 42 dev v0 group 239.1.1.1 dstport 4789 ttl 5",
    data: (of) => ({
      vxlan: { id: 42, link: of("v0"), group: "239.1.1.1", port: 4789, ttl: 5, learning: 1 },
    }),
    change: { vxlan: { ageing: 100 } },
  },
  {
    ip: "type bridge ageing_time 20000 mcast_stats_enabled 1 mcast_querier 1",
    data: () => ({ bridge: { ageingTime: 20000, mcastStatsEnabled: 1, mcastQuerier: 1 } }),
    change: { bridge: { forwardDelay: 400, multiBoolopt: { optval: 1, optmask: 1 } } },
    writeOnly: ["multiBoolopt"],
  },
  {
    ip: "type bridge vlan_filtering 1 vlan_default_pvid 5",
    data: () => ({ bridge: { vlanFiltering: 1, vlanDefaultPvid: 5 } }),
    change: { bridge: { vlanProtocol: "8021ad" } },
  },
  {
    ip: "type amt mode gateway local 192.0.2.1 discovery 192.0.2.2 dev v0",
    data: (of) => ({
      amt: { mode: "gateway", localIp: "192.0.2.1", discoveryIp: "192.0.2.2", link: of("v0") },
    }),
  },
  {
    ip: "type bareudp dstport 6635 ethertype mpls_uc",
    data: () => ({ bareudp: { port: 6635, ethertype: 0x8847 } }),
  },
  {
    ip: "link v0 type rmnet mux_id 1",
    link: (of) => ({ link: of("v0") }),
    data: () => ({ rmnet: { muxId: 1 } }),
  },
];
