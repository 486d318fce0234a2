// Tunnels over UDP: vxlan, Geneve and others, added with `ip link` and with rxnetlink.
import type { LinkCase } from "./case.js";

export const udpTunnels: readonly LinkCase[] = [
  {
    ip: "type vxlan id 42 dev v0 group 239.1.1.1 dstport 4789 ttl 5",
    data: (of) => ({
      vxlan: { id: 42, link: of("v0"), group: "239.1.1.1", port: 4789, ttl: 5, learning: 1 },
    }),
    change: { vxlan: { ageing: 100 } },
  },
  {
    ip:
      "type vxlan id 42 remote 192.0.2.2 local 192.0.2.1 dstport 8472 srcport 40000 50000 ttl 64 tos 1 " +
      "ageing 120 maxaddress 1000 proxy rsc l2miss l3miss noudpcsum df set gbp nolearning",
    data: () => ({
      vxlan: {
        id: 42,
        group: "192.0.2.2",
        local: "192.0.2.1",
        port: 8472,
        portRange: { low: 40000, high: 50000 },
        ttl: 64,
        tos: 1,
        ageing: 120,
        limit: 1000,
        proxy: 1,
        rsc: 1,
        l2miss: 1,
        l3miss: 1,
        udpCsum: 0,
        df: "set",
        gbp: true,
        learning: 0,
      },
    }),
    change: { vxlan: { learning: 1 } },
  },
  {
    ip:
      "type vxlan id 16777215 dev v0 group ff05::100 local 2001:db8::1 dstport 4789 ttl inherit flowlabel 0x12345 " +
      "udp6zerocsumtx udp6zerocsumrx",
    data: (of) => ({
      vxlan: {
        id: 16777215,
        link: of("v0"),
        group6: "ff05::100",
        local6: "2001:db8::1",
        port: 4789,
        ttlInherit: true,
        label: 0x12345,
        udpZeroCsum6Tx: 1,
        udpZeroCsum6Rx: 1,
        learning: 1,
      },
    }),
  },
  {
    ip: "type vxlan id 7 remote 192.0.2.2 dstport 4789 remcsumtx remcsumrx remcsum_nopartial",
    data: () => ({
      vxlan: {
        id: 7,
        group: "192.0.2.2",
        port: 4789,
        remcsumTx: 1,
        remcsumRx: 1,
        remcsumNopartial: true,
        learning: 1,
      },
    }),
  },
  {
    ip: "type vxlan external vnifilter dstport 4790 gpe",
    data: () => ({ vxlan: { collectMetadata: 1, vnifilter: 1, port: 4790, gpe: true, learning: 0 } }),
  },
  {
    ip: "type vxlan id 8 remote 192.0.2.2 dstport 4789 nolocalbypass",
    since: "6.5",
    data: () => ({ vxlan: { id: 8, group: "192.0.2.2", port: 4789, localbypass: 0, learning: 1 } }),
    change: { vxlan: { localbypass: 1 } },
  },
  {
    ip: "type vxlan id 9 remote 2001:db8::2 dstport 4789 flowlabel inherit",
    since: "6.8",
    data: () => ({
      vxlan: { id: 9, group6: "2001:db8::2", port: 4789, labelPolicy: "inherit", learning: 1 },
    }),
  },
  {
    ip: "type vxlan id 10 remote 192.0.2.2 dstport 4789 reserved_bits 0x77000000000000ff",
    since: "6.14",
    data: () => ({
      vxlan: {
        id: 10,
        group: "192.0.2.2",
        port: 4789,
        reservedBits: { flags: 0x7700_0000, vni: 0xff },
        learning: 1,
      },
    }),
  },
  {
    ip: "type vxlan id 11 dev v0 group 239.1.1.1 dstport 4789 mc_route",
    since: "6.16",
    data: (of) => ({
      vxlan: { id: 11, link: of("v0"), group: "239.1.1.1", port: 4789, mcRoute: 1, learning: 1 },
    }),
    writeOnly: ["mcRoute"],
  },
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
    ip: "type geneve id 44 remote 192.0.2.2 innerprotoinherit",
    data: () => ({ geneve: { id: 44, remote: "192.0.2.2", innerProtoInherit: true } }),
  },
  {
    ip: "type geneve id 45 remote 192.0.2.2 port 40000-50000",
    since: "6.15",
    data: () => ({ geneve: { id: 45, remote: "192.0.2.2", portRange: { low: 40000, high: 50000 } } }),
  },
  {
    ip: "type geneve id 46 remote 192.0.2.2 gro_hint",
    since: "7.0",
    data: () => ({ geneve: { id: 46, remote: "192.0.2.2", groHint: true } }),
  },
  {
    ip: "type geneve id 47 remote 192.0.2.2 local 192.0.2.1",
    since: "7.1",
    data: () => ({ geneve: { id: 47, remote: "192.0.2.2", local: "192.0.2.1" } }),
  },
  {
    ip: "type geneve id 48 remote 2001:db8::2 local 2001:db8::1",
    since: "7.1",
    data: () => ({ geneve: { id: 48, remote6: "2001:db8::2", local6: "2001:db8::1" } }),
  },
  {
    ip: "type bareudp dstport 6635 ethertype mpls_uc",
    data: () => ({ bareudp: { port: 6635, ethertype: 0x8847 } }),
  },
  {
    ip: "type bareudp dstport 6635 ethertype ipv4 srcportmin 32000 multiproto",
    data: () => ({ bareudp: { port: 6635, ethertype: 0x0800, srcportMin: 32000, multiprotoMode: true } }),
  },
  {
    ip: "type gtp role sgsn restart_count 3",
    data: () => ({ gtp: { role: "sgsn", createSockets: 1, pdpHashsize: 1024, restartCount: 3 } }),
    writeOnly: ["createSockets"],
  },
  {
    ip: "type gtp role ggsn hsize 256 local 127.0.0.1",
    since: "6.10",
    data: () => ({ gtp: { role: "ggsn", createSockets: 1, pdpHashsize: 256, local: "127.0.0.1" } }),
    writeOnly: ["createSockets", "local"],
  },
  {
    ip: "type gtp role ggsn hsize 256 local ::1",
    since: "6.10",
    data: () => ({ gtp: { role: "ggsn", createSockets: 1, pdpHashsize: 256, local6: "::1" } }),
    writeOnly: ["createSockets", "local6"],
  },
  {
    ip: "type amt mode gateway local 192.0.2.1 discovery 192.0.2.2 dev v0",
    data: (of) => ({
      amt: { mode: "gateway", localIp: "192.0.2.1", discoveryIp: "192.0.2.2", link: of("v0") },
    }),
  },
];
