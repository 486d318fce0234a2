// Tunnels with those settings that the other tables leave out, so that each setting of each kind is once sent.
import { greFlags, ip6tnlFlags } from "#src/link/kinds/tunnel.js";
import type { LinkCase } from "./kinds.js";

const ENDS = { local: "192.0.2.1", remote: "192.0.2.2" };
const ENDS6 = { local: "2001:db8::1", remote: "2001:db8::2" };
const ip4 = "local 192.0.2.1 remote 192.0.2.2";
const ip6 = "local 2001:db8::1 remote 2001:db8::2";
const KEY_SEQ = greFlags.of("key", "seq");

/** Wrapped in UDP once more. */
const FOU = { encapType: "fou", encapFlags: 1, encapSport: 7777, encapDport: 8888 } as const;
const GUE = { encapType: "gue", encapFlags: 6, encapSport: 0, encapDport: 8888 } as const;
const fou = "encap fou encap-sport 7777 encap-dport 8888 encap-csum";
const gue = "encap gue encap-sport auto encap-dport 8888 encap-remcsum";

export const TUNNEL_CASES: readonly LinkCase[] = [
  {
    ip: `type gre ${ip4} ${fou}`,
    data: () => ({ gre: { ...ENDS, ...FOU, pmtudisc: 1 } }),
  },
  { ip: "type gre external", data: () => ({ gre: { collectMetadata: true } }) },
  {
    ip: `type gre ${ip4} nopmtudisc ignore-df`,
    data: () => ({ gre: { ...ENDS, pmtudisc: 0, ignoreDf: 1 } }),
  },
  {
    ip: `type gretap ${ip4} key 5 seq ttl 7 dev v0 fwmark 9 ${gue}`,
    data: (of) => ({
      gretap: {
        ...ENDS,
        ...GUE,
        iflags: KEY_SEQ,
        oflags: KEY_SEQ,
        ikey: 5,
        okey: 5,
        ttl: 7,
        link: of("v0"),
        fwmark: 9,
        pmtudisc: 1,
      },
    }),
  },
  { ip: "type erspan external", data: () => ({ erspan: { collectMetadata: true, erspanVer: 1 } }) },
  {
    ip: `type erspan ${ip4} seq key 31 ttl 7 tos 4 dev v0 fwmark 9 erspan_ver 0 nopmtudisc ignore-df ${fou}`,
    data: (of) => ({
      erspan: {
        ...ENDS,
        iflags: KEY_SEQ,
        oflags: KEY_SEQ,
        ikey: 31,
        okey: 31,
        ttl: 7,
        tos: 4,
        link: of("v0"),
        fwmark: 9,
        pmtudisc: 0,
        ignoreDf: 1,
        ...FOU,
        erspanVer: 0,
      },
    }),
  },
  {
    ip: `type ip6gre ${ip6} encaplimit 4 fwmark 9 dscp inherit ${fou}6`,
    data: () => ({
      ip6gre: {
        ...ENDS6,
        ...FOU,
        encapFlags: 3,
        ttl: 64,
        encapLimit: 4,
        fwmark: 9,
        flags: ip6tnlFlags.of("rcvDscpCopy"),
      },
    }),
    writeOnly: ["flags"],
  },
  { ip: "type ip6gre external", data: () => ({ ip6gre: { collectMetadata: true } }) },
  {
    ip: `type ip6gretap ${ip6} key 5 seq encaplimit 4 flowlabel 0x54321 dev v0 ${gue}`,
    data: (of) => ({
      ip6gretap: {
        ...ENDS6,
        ...GUE,
        ttl: 64,
        encapLimit: 4,
        iflags: KEY_SEQ,
        oflags: KEY_SEQ,
        ikey: 5,
        okey: 5,
        flowinfo: 0x54321,
        link: of("v0"),
      },
    }),
  },
  { ip: "type ip6gretap external", data: () => ({ ip6gretap: { collectMetadata: true } }) },
  {
    ip:
      `type ip6erspan ${ip6} seq key 32 dev v0 fwmark 9 erspan_ver 2 erspan_dir egress erspan_hwid 5 ` +
      `flowlabel inherit tclass 0x20 encaplimit 4 ${fou}6`,
    data: (of) => ({
      ip6erspan: {
        ...ENDS6,
        ttl: 64,
        encapLimit: 4,
        iflags: KEY_SEQ,
        oflags: KEY_SEQ,
        ikey: 32,
        okey: 32,
        ...FOU,
        encapFlags: 3,
        flags: ip6tnlFlags.of("useOrigFlowlabel"),
        flowinfo: 0x0200_0000,
        link: of("v0"),
        fwmark: 9,
        erspanVer: 2,
        erspanDir: 1,
        erspanHwid: 5,
      },
    }),
    writeOnly: ["flags"],
  },
  { ip: "type ip6erspan external", data: () => ({ ip6erspan: { collectMetadata: true, erspanVer: 1 } }) },
  // With an encapsulation, ip names neither the protocol nor the time to live.
  {
    ip: `type ipip ${ip4} fwmark 9 ${fou}`,
    data: () => ({ ipip: { ...ENDS, ...FOU, fwmark: 9, pmtudisc: 1, proto: 0 } }),
  },
  { ip: "type ipip external", data: () => ({ ipip: { collectMetadata: true, proto: 0 } }) },
  {
    ip: `type sit ${ip4} tos 8 dev v0 fwmark 9 ${gue}`,
    data: (of) => ({
      sit: { ...ENDS, ...GUE, ttl: 0, tos: 8, link: of("v0"), fwmark: 9, pmtudisc: 1, proto: 0 },
    }),
  },
  {
    ip: `type ip6tnl mode ipip6 ${ip6} encaplimit 4 ${gue}`,
    data: () => ({ ip6tnl: { ...ENDS6, ...GUE, proto: 4, ttl: 64, encapLimit: 4 } }),
  },
  { ip: "type ip6tnl external", data: () => ({ ip6tnl: { collectMetadata: true } }) },
  {
    ip: "type vti local 192.0.2.1 remote 192.0.2.2 dev v0",
    data: (of) => ({ vti: { ...ENDS, link: of("v0") } }),
    change: { vti: { ...ENDS, fwmark: 5 } },
  },
  {
    ip: `type vti6 ${ip6} fwmark 5`,
    data: () => ({ vti6: { ...ENDS6, fwmark: 5 } }),
  },
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
];
