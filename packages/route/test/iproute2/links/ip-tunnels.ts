// Tunnels of IP in IP, VTI and xfrm, added with `ip link` and with rxnetlink.
import { sitFlags } from "#src/link/kinds/sit.js";
import { ip6tnlFlags } from "#src/link/kinds/tunnel.js";
import { ENDS, ENDS6, FOU, FOU_WORDS, GUE, GUE_WORDS, IP4, IP6, type LinkCase } from "./case.js";

export const ipTunnels: readonly LinkCase[] = [
  {
    ip: `type ipip ${IP4} ttl 5 tos inherit dev v0`,
    data: (of) => ({ ipip: { ...ENDS, ttl: 5, tos: 1, link: of("v0"), pmtudisc: 1, proto: 0 } }),
    change: { ipip: { ...ENDS, ttl: 6, pmtudisc: 1 } },
  },
  // With an encapsulation, ip names neither the protocol nor the time to live.
  {
    ip: `type ipip ${IP4} fwmark 9 ${FOU_WORDS}`,
    data: () => ({ ipip: { ...ENDS, ...FOU, fwmark: 9, pmtudisc: 1, proto: 0 } }),
  },
  { ip: "type ipip external", data: () => ({ ipip: { collectMetadata: true, proto: 0 } }) },
  {
    ip: `type sit ${IP4} ttl 5 6rd-prefix 2001:db8::/32 6rd-relay_prefix 198.51.100.0/24`,
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
    ip: `type sit ${IP4} tos 8 dev v0 fwmark 9 ${GUE_WORDS}`,
    data: (of) => ({
      sit: { ...ENDS, ...GUE, ttl: 0, tos: 8, link: of("v0"), fwmark: 9, pmtudisc: 1, proto: 0 },
    }),
  },
  {
    ip: `type ip6tnl mode ip6ip6 ${IP6} hoplimit 9 tclass 0x10 flowlabel 0x12345 encaplimit 5 dev v0 allow-localremote`,
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
    ip: `type ip6tnl mode any ${IP6} encaplimit none fwmark 4`,
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
    ip: `type ip6tnl mode ipip6 ${IP6} encaplimit 4 ${GUE_WORDS}`,
    data: () => ({ ip6tnl: { ...ENDS6, ...GUE, proto: 4, ttl: 64, encapLimit: 4 } }),
  },
  { ip: "type ip6tnl external", data: () => ({ ip6tnl: { collectMetadata: true } }) },
  {
    ip: `type vti ${IP4} key 7 fwmark 3`,
    data: () => ({ vti: { ...ENDS, ikey: 7, okey: 7, fwmark: 3 } }),
  },
  {
    ip: "type vti local 192.0.2.1 remote 192.0.2.2 dev v0",
    data: (of) => ({ vti: { ...ENDS, link: of("v0") } }),
    change: { vti: { ...ENDS, fwmark: 5 } },
  },
  {
    ip: `type vti6 ${IP6} ikey 7 okey 8 dev v0`,
    data: (of) => ({ vti6: { ...ENDS6, ikey: 7, okey: 8, link: of("v0") } }),
  },
  {
    ip: `type vti6 ${IP6} fwmark 5`,
    data: () => ({ vti6: { ...ENDS6, fwmark: 5 } }),
  },
  { ip: "type xfrm dev v0 if_id 42", data: (of) => ({ xfrm: { link: of("v0"), ifId: 42 } }) },
  { ip: "type xfrm external", data: () => ({ xfrm: { collectMetadata: true } }) },
];
