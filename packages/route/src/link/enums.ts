import { enumeration, flags, u8, u16, u32 } from "@rxnetlink/core/schema";

/** Device flags (`IFF_*`). */
export const linkFlags = flags("IFF_", u32, {
  /** Set up by the administrator. */
  up: 0x1,
  broadcast: 0x2,
  debug: 0x4,
  loopback: 0x8,
  pointopoint: 0x10,
  notrailers: 0x20,
  /** Operational: up, with a carrier, and not dormant. */
  running: 0x40,
  noarp: 0x80,
  promisc: 0x100,
  allmulti: 0x200,
  master: 0x400,
  slave: 0x800,
  multicast: 0x1000,
  portsel: 0x2000,
  automedia: 0x4000,
  dynamic: 0x8000,
  /** The link has a carrier. */
  lowerUp: 0x10000,
  dormant: 0x20000,
  echo: 0x40000,
});

/** Device types (`ARPHRD_*`). */
export const linkType = enumeration("ARPHRD_", u16, {
  netrom: 0,
  ether: 1,
  eether: 2,
  ax25: 3,
  pronet: 4,
  chaos: 5,
  ieee802: 6,
  arcnet: 7,
  appletlk: 8,
  dlci: 15,
  atm: 19,
  metricom: 23,
  ieee1394: 24,
  eui64: 27,
  infiniband: 32,
  slip: 256,
  cslip: 257,
  slip6: 258,
  cslip6: 259,
  rsrvd: 260,
  adapt: 264,
  rose: 270,
  x25: 271,
  hwx25: 272,
  can: 280,
  mctp: 290,
  ppp: 512,
  hdlc: 513,
  lapb: 516,
  ddcmp: 517,
  rawhdlc: 518,
  rawip: 519,
  tunnel: 768,
  tunnel6: 769,
  frad: 770,
  skip: 771,
  loopback: 772,
  localtlk: 773,
  fddi: 774,
  bif: 775,
  sit: 776,
  ipddp: 777,
  ipgre: 778,
  pimreg: 779,
  hippi: 780,
  ash: 781,
  econet: 782,
  irda: 783,
  fcpp: 784,
  fcal: 785,
  fcpl: 786,
  fcfabric: 787,
  ieee802Tr: 800,
  ieee80211: 801,
  ieee80211Prism: 802,
  ieee80211Radiotap: 803,
  ieee802154: 804,
  ieee802154Monitor: 805,
  phonet: 820,
  phonetPipe: 821,
  caif: 822,
  ip6gre: 823,
  netlink: 824,
  "6lowpan": 825,
  vsockmon: 826,
  none: 65534,
  void: 65535,
});

/** Operational states of RFC 2863 (`IF_OPER_*`). */
export const operstate = enumeration("IF_OPER_", u8, {
  unknown: 0,
  notpresent: 1,
  down: 2,
  lowerlayerdown: 3,
  testing: 4,
  dormant: 5,
  up: 6,
});

/** Start of a link that has its carrier (`IF_LINK_MODE_*`). */
export const linkMode = enumeration("IF_LINK_MODE_", u8, {
  default: 0,
  /** Stays dormant until a supplicant sets it up. */
  dormant: 1,
  testing: 2,
});

/** Extra information that a request for links asks for (`RTEXT_FILTER_*`). */
export const extMask = flags("RTEXT_FILTER_", u32, {
  /** Virtual functions. */
  vf: 0x1,
  /** VLANs of bridge ports. */
  brvlan: 0x2,
  /** VLANs of bridge ports, as ranges. */
  brvlanCompressed: 0x4,
  /** Leaves out IPv6 statistics in `afSpec`; those of the link itself are still reported. */
  skipStats: 0x8,
  mrp: 0x10,
  cfmConfig: 0x20,
  cfmStatus: 0x40,
  mst: 0x80,
  /** Index and name only. */
  nameOnly: 0x100,
});

/** Method by which a link forms its IPv6 link-local address (`IN6_ADDR_GEN_MODE_*`). */
export const addrGenMode = enumeration("IN6_ADDR_GEN_MODE_", u8, {
  eui64: 0,
  none: 1,
  stablePrivacy: 2,
  random: 3,
});

/** Reason of a notification (`IFLA_EVENT_*`). */
export const linkEvent = enumeration("IFLA_EVENT_", u32, {
  none: 0,
  reboot: 1,
  features: 2,
  bondingFailover: 3,
  /** Peers are notified by gratuitous ARP. */
  notifyPeers: 4,
  /** IGMP reports are sent again. */
  igmpResend: 5,
  bondingOptions: 6,
});
