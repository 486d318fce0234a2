/** Protocols above IP (`IPPROTO_*`), under nft's names. */
export const PROTOCOLS = {
  icmp: 1,
  igmp: 2,
  tcp: 6,
  udp: 17,
  dccp: 33,
  gre: 47,
  esp: 50,
  ah: 51,
  "ipv6-icmp": 58,
  icmpv6: 58,
  ipcomp: 108,
  comp: 108,
  sctp: 132,
  udplite: 136,
} as const;

/** Protocols above the link layer (`ETH_P_*`). */
export const ETHERTYPES = {
  ip: 0x0800,
  arp: 0x0806,
  ip6: 0x86dd,
  "8021q": 0x8100,
  vlan: 0x8100,
  "8021ad": 0x88a8,
} as const;

/** Types of ICMP (`ICMP_*`). */
export const ICMP_TYPES = {
  "echo-reply": 0,
  "destination-unreachable": 3,
  "source-quench": 4,
  redirect: 5,
  "echo-request": 8,
  "router-advertisement": 9,
  "router-solicitation": 10,
  "time-exceeded": 11,
  "parameter-problem": 12,
  "timestamp-request": 13,
  "timestamp-reply": 14,
  "info-request": 15,
  "info-reply": 16,
  "address-mask-request": 17,
  "address-mask-reply": 18,
} as const;

/** Code of ICMP's "destination unreachable", in nft's words. */
export type IcmpCode =
  | "net-unreachable"
  | "host-unreachable"
  | "prot-unreachable"
  | "port-unreachable"
  | "frag-needed"
  | "net-prohibited"
  | "host-prohibited"
  | "admin-prohibited";

/** Codes of ICMP's "destination unreachable" (`ICMP_*`). */
export const ICMP_CODES: Readonly<Record<IcmpCode, number>> = {
  "net-unreachable": 0,
  "host-unreachable": 1,
  "prot-unreachable": 2,
  "port-unreachable": 3,
  "frag-needed": 4,
  "net-prohibited": 9,
  "host-prohibited": 10,
  "admin-prohibited": 13,
};

/** Code for both IPv4 and IPv6, which the kernel translates. */
export type IcmpxCode = "no-route" | "port-unreachable" | "host-unreachable" | "admin-prohibited";

export const ICMPX_CODES: Readonly<Record<IcmpxCode, number>> = {
  "no-route": 0,
  "port-unreachable": 1,
  "host-unreachable": 2,
  "admin-prohibited": 3,
};

/** Types of ICMPv6 (`ICMPV6_*`). */
export const ICMPV6_TYPES = {
  "destination-unreachable": 1,
  "packet-too-big": 2,
  "time-exceeded": 3,
  "parameter-problem": 4,
  "echo-request": 128,
  "echo-reply": 129,
  "mld-listener-query": 130,
  "mld-listener-report": 131,
  "mld-listener-done": 132,
  "mld-listener-reduction": 132,
  "nd-router-solicit": 133,
  "nd-router-advert": 134,
  "nd-neighbor-solicit": 135,
  "nd-neighbor-advert": 136,
  "nd-redirect": 137,
  "router-renumbering": 138,
  "ind-neighbor-solicit": 141,
  "ind-neighbor-advert": 142,
  "mld2-listener-report": 143,
} as const;

/** Code of ICMPv6's "destination unreachable", in nft's words. */
export type Icmpv6Code =
  | "no-route"
  | "admin-prohibited"
  | "addr-unreachable"
  | "port-unreachable"
  | "policy-fail"
  | "reject-route";

/** Codes of ICMPv6's "destination unreachable" (`ICMPV6_*`). */
export const ICMPV6_CODES: Readonly<Record<Icmpv6Code, number>> = {
  "no-route": 0,
  "admin-prohibited": 1,
  "addr-unreachable": 3,
  "port-unreachable": 4,
  "policy-fail": 5,
  "reject-route": 6,
};

/** Differentiated services. */
export const DSCPS = {
  ...{
    cs0: 0x00,
    cs1: 0x08,
    cs2: 0x10,
    cs3: 0x18,
    cs4: 0x20,
    cs5: 0x28,
    cs6: 0x30,
    cs7: 0x38,
    df: 0x00,
    be: 0x00,
  },
  ...{
    lephb: 0x01,
    af11: 0x0a,
    af12: 0x0c,
    af13: 0x0e,
    af21: 0x12,
    af22: 0x14,
    af23: 0x16,
    af31: 0x1a,
    af32: 0x1c,
  },
  ...{ af33: 0x1e, af41: 0x22, af42: 0x24, af43: 0x26, va: 0x2c, ef: 0x2e },
} as const;

/** Hardware types of links (`ARPHRD_*`). */
export const IFTYPES = {
  ether: 1,
  ppp: 512,
  ipip: 768,
  ipip6: 769,
  loopback: 772,
  sit: 776,
  ipgre: 778,
} as const;

/** Operations of ARP (`ARPOP_*`). */
export const ARP_OPERATIONS = {
  ...{ request: 1, reply: 2, rrequest: 3, rreply: 4, inrequest: 8, inreply: 9, nak: 10 },
} as const;

/** Flags of TCP. */
export const TCP_FLAGS = { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16, urg: 32, ecn: 64, cwr: 128 } as const;

/** Types of IGMP. */
export const IGMP_TYPES = {
  "membership-query": 17,
  "membership-report-v1": 18,
  "membership-report-v2": 22,
  "membership-report-v3": 34,
  "leave-group": 23,
} as const;

/** Types of the mobility header of IPv6. */
export const MH_TYPES = {
  "binding-refresh-request": 0,
  "home-test-init": 1,
  "careof-test-init": 2,
  "home-test": 3,
  "careof-test": 4,
  "binding-update": 5,
  "binding-acknowledgement": 6,
  "binding-error": 7,
  "fast-binding-update": 8,
  "fast-binding-acknowledgement": 9,
  "fast-binding-advertisement": 10,
  "experimental-mobility-header": 11,
  "home-agent-switch-message": 12,
} as const;

/** Types of DCCP. */
export const DCCP_TYPES = {
  ...{
    request: 0,
    response: 1,
    data: 2,
    ack: 3,
    dataack: 4,
    closereq: 5,
    close: 6,
    reset: 7,
    sync: 8,
    syncack: 9,
  },
} as const;

/** Type of an address, as the routing table has it. */
export type AddressType =
  | "unspec"
  | "unicast"
  | "local"
  | "broadcast"
  | "anycast"
  | "multicast"
  | "blackhole"
  | "unreachable"
  | "prohibit";

/** Types of addresses (`RTN_*`). */
export const ADDRESS_TYPES: Readonly<Record<AddressType, number>> = {
  ...{
    unspec: 0,
    unicast: 1,
    local: 2,
    broadcast: 3,
    anycast: 4,
    multicast: 5,
    blackhole: 6,
    unreachable: 7,
    prohibit: 8,
  },
};
