// GRE and ERSPAN tunnels, added with `ip link` and with rxnetlink.
import { greFlags, ip6tnlFlags } from "#src/link/kinds/tunnel.js";
import { ENDS, ENDS6, FOU, FOU_WORDS, GUE, GUE_WORDS, IP4, IP6, type LinkCase } from "./case.js";

const KEY_SEQ = greFlags.of("key", "seq");

export const greTunnels: readonly LinkCase[] = [
  {
    ip: `type gre ${IP4} ttl 5 tos 0x10 ikey 1.2.3.4 okey 5 iseq icsum oseq ocsum dev v0 fwmark 7`,
    data: (of) => ({
      gre: {
        ...ENDS,
        ttl: 5,
        tos: 0x10,
        ikey: 0x01020304,
        okey: 5,
        iflags: greFlags.of("key", "seq", "csum"),
        oflags: greFlags.of("key", "seq", "csum"),
        link: of("v0"),
        fwmark: 7,
        pmtudisc: 1,
      },
    }),
  },
  {
    ip: `type gre ${IP4} ${FOU_WORDS}`,
    data: () => ({ gre: { ...ENDS, ...FOU, pmtudisc: 1 } }),
  },
  { ip: "type gre external", data: () => ({ gre: { collectMetadata: true } }) },
  {
    ip: `type gre ${IP4} nopmtudisc ignore-df`,
    data: () => ({ gre: { ...ENDS, pmtudisc: 0, ignoreDf: 1 } }),
  },
  {
    ip: `type gretap ${IP4} nopmtudisc ignore-df`,
    data: () => ({ gretap: { ...ENDS, pmtudisc: 0, ignoreDf: 1 } }),
    change: { gretap: { ...ENDS, tos: 4, pmtudisc: 0, ignoreDf: 1 } },
  },
  { ip: "type gretap external", data: () => ({ gretap: { collectMetadata: true } }) },
  {
    ip: `type gretap ${IP4} key 5 seq ttl 7 dev v0 fwmark 9 ${GUE_WORDS}`,
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
  {
    ip: `type erspan ${IP4} seq key 30 erspan_ver 1 erspan 123`,
    data: () => ({
      erspan: {
        ...ENDS,
        iflags: KEY_SEQ,
        oflags: KEY_SEQ,
        ikey: 30,
        okey: 30,
        pmtudisc: 1,
        erspanVer: 1,
        erspanIndex: 123,
      },
    }),
  },
  {
    ip: `type erspan ${IP4} seq key 30 erspan_ver 2 erspan_dir egress erspan_hwid 5`,
    data: () => ({
      erspan: {
        ...ENDS,
        iflags: KEY_SEQ,
        oflags: KEY_SEQ,
        ikey: 30,
        okey: 30,
        pmtudisc: 1,
        erspanVer: 2,
        erspanDir: 1,
        erspanHwid: 5,
      },
    }),
  },
  { ip: "type erspan external", data: () => ({ erspan: { collectMetadata: true, erspanVer: 1 } }) },
  {
    ip: `type erspan ${IP4} seq key 31 ttl 7 tos 4 dev v0 fwmark 9 erspan_ver 0 nopmtudisc ignore-df ${FOU_WORDS}`,
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
    ip: `type ip6gre ${IP6} hoplimit 9 tclass 0x10 flowlabel 0x12345 encaplimit 5 key 9 dev v0`,
    data: (of) => ({
      ip6gre: {
        ...ENDS6,
        ttl: 9,
        flowinfo: 0x0101_2345,
        encapLimit: 5,
        iflags: greFlags.of("key"),
        oflags: greFlags.of("key"),
        ikey: 9,
        okey: 9,
        link: of("v0"),
      },
    }),
  },
  {
    ip: `type ip6gre ${IP6} encaplimit 4 fwmark 9 dscp inherit ${FOU_WORDS}6`,
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
    ip: `type ip6gretap ${IP6} encaplimit none tclass inherit flowlabel inherit dscp inherit fwmark 3`,
    data: () => ({
      ip6gretap: {
        ...ENDS6,
        ttl: 64,
        encapLimit: 4,
        flags: ip6tnlFlags.of("ignEncapLimit", "useOrigTclass", "useOrigFlowlabel", "rcvDscpCopy"),
        fwmark: 3,
      },
    }),
    change: { ip6gretap: { ...ENDS6, ttl: 7 } },
    writeOnly: ["flags"],
  },
  {
    ip: `type ip6gretap ${IP6} key 5 seq encaplimit 4 flowlabel 0x54321 dev v0 ${GUE_WORDS}`,
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
    ip: `type ip6erspan ${IP6} seq key 30 erspan_ver 1 erspan 123`,
    data: () => ({
      ip6erspan: {
        ...ENDS6,
        ttl: 64,
        encapLimit: 4,
        iflags: KEY_SEQ,
        oflags: KEY_SEQ,
        ikey: 30,
        okey: 30,
        erspanVer: 1,
        erspanIndex: 123,
      },
    }),
  },
  {
    ip:
      `type ip6erspan ${IP6} seq key 32 dev v0 fwmark 9 erspan_ver 2 erspan_dir egress erspan_hwid 5 ` +
      `flowlabel inherit tclass 0x20 encaplimit 4 ${FOU_WORDS}6`,
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
];
