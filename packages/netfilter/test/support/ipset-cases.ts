import type { IpSetElement } from "#src/ipset/element/element.js";
import type { IpSetType, NewIpSet } from "#src/ipset/index.js";
import type { IpSetSettings } from "#src/ipset/set/attributes.js";

/** A set as `ipset save` prints it and as ours describes it. */
export interface IpSetCase {
  readonly typename: IpSetType;
  /** Options of the command that creates it. */
  readonly options: string;
  readonly family?: NewIpSet["family"];
  readonly data?: IpSetSettings;
  /** Elements: as `ipset` writes them, and as ours are. */
  readonly elements: readonly (readonly [string, IpSetElement])[];
}

const tcp = "tcp" as const;
const [v4, v6] = ["family inet", "family inet6"];

/** All types, in the families and with the settings that they have. */
export const ipsetCases: readonly IpSetCase[] = [
  {
    typename: "bitmap:ip",
    options: "range 192.0.2.0-192.0.2.255 timeout 0",
    data: { ip: "192.0.2.0", ipTo: "192.0.2.255", timeout: 0 },
    elements: [
      ["192.0.2.1 timeout 0", { ip: "192.0.2.1", timeout: 0 }],
      ["192.0.2.255 timeout 0", { ip: "192.0.2.255", timeout: 0 }],
    ],
  },
  {
    typename: "bitmap:ip",
    options: "range 10.0.0.0/8 netmask 24",
    data: { ip: "10.0.0.0/8", netmask: 24 },
    elements: [["10.1.2.0", { ip: "10.1.2.0" }]],
  },
  {
    typename: "bitmap:ip,mac",
    options: "range 192.0.2.0-192.0.2.255",
    data: { ip: "192.0.2.0/24" },
    elements: [
      ["192.0.2.1", { ip: "192.0.2.1" }],
      ["192.0.2.2,02:00:00:00:00:0A", { ip: "192.0.2.2", ether: "02:00:00:00:00:0a" }],
    ],
  },
  {
    typename: "bitmap:port",
    options: "range 1000-2000 counters",
    data: { port: 1000, portTo: 2000, counters: true },
    elements: [["1080 packets 7 bytes 700", { port: 1080, packets: 7n, bytes: 700n }]],
  },
  {
    typename: "hash:ip",
    options: `${v4} hashsize 64 maxelem 100 netmask 24 counters comment skbinfo`,
    data: {
      ...{ hashsize: 64, maxelem: 100, netmask: 24 },
      ...{ counters: true, comment: true, skbinfo: true },
    },
    elements: [
      [
        '192.0.2.0 packets 1 bytes 18446744073709551614 comment "a b" skbmark 0x10/0xff skbprio 1:10 skbqueue 3',
        {
          ...{ ip: "192.0.2.0", packets: 1n, bytes: 0xffff_ffff_ffff_fffen, comment: "a b" },
          ...{ skbmark: { mark: 16, mask: 255 }, skbprio: 0x1_0010, skbqueue: 3 },
        },
      ],
    ],
  },
  {
    typename: "hash:ip",
    options: `${v6} hashsize 1024 maxelem 65536`,
    family: "ipv6",
    elements: [["2001:db8::1", { ip: "2001:db8::1" }]],
  },
  {
    typename: "hash:mac",
    options: "hashsize 1024 maxelem 65536",
    elements: [["02:00:00:00:00:0A", { ether: "02:00:00:00:00:0a" }]],
  },
  {
    typename: "hash:ip,mac",
    options: `${v4} hashsize 1024 maxelem 65536`,
    elements: [["192.0.2.1,02:00:00:00:00:0A", { ip: "192.0.2.1", ether: "02:00:00:00:00:0a" }]],
  },
  {
    typename: "hash:ip,mark",
    options: `${v4} markmask 0x0000ffff hashsize 1024 maxelem 65536`,
    data: { markmask: 0xffff },
    elements: [["192.0.2.1,0x00000063", { ip: "192.0.2.1", mark: 0x63 }]],
  },
  ...["ipv4" as const, "ipv6" as const].map((family): IpSetCase => {
    const ip = family === "ipv4" ? "192.0.2.1" : "2001:db8::1";
    return {
      typename: "hash:ip,port",
      options: `${family === "ipv4" ? v4 : v6} hashsize 1024 maxelem 65536`,
      family,
      elements: [
        [`${ip},tcp:80`, { ip, port: 80, proto: tcp }],
        [`${ip},udp:53`, { ip, port: 53, proto: "udp" }],
        [`${ip},sctp:9`, { ip, port: 9, proto: "sctp" }],
        [`${ip},gre:0`, { ip, port: 0, proto: "gre" }],
      ],
    };
  }),
  {
    typename: "hash:ip,port",
    options: `${v4} hashsize 1024 maxelem 65536`,
    elements: [["192.0.2.1,icmp:echo-request", { ip: "192.0.2.1", port: 0x800, proto: "icmp" }]],
  },
  {
    typename: "hash:ip,port,ip",
    options: `${v4} hashsize 1024 maxelem 65536`,
    elements: [
      ["192.0.2.1,tcp:80,198.51.100.1", { ip: "192.0.2.1", port: 80, proto: tcp, ip2: "198.51.100.1" }],
    ],
  },
  {
    typename: "hash:ip,port,net",
    options: `${v6} hashsize 1024 maxelem 65536`,
    family: "ipv6",
    elements: [
      ["2001:db8::1,tcp:80,2001:db9::/32", { ip: "2001:db8::1", port: 80, proto: tcp, ip2: "2001:db9::/32" }],
      [
        "2001:db8::1,tcp:81,2001:db9::1 nomatch",
        { ip: "2001:db8::1", port: 81, proto: tcp, ip2: "2001:db9::1", nomatch: true },
      ],
    ],
  },
  {
    typename: "hash:net",
    options: `${v4} hashsize 1024 maxelem 65536 timeout 0`,
    data: { timeout: 0 },
    elements: [
      ["192.0.2.0/24 timeout 0", { ip: "192.0.2.0/24", timeout: 0 }],
      ["192.0.2.1 timeout 0 nomatch", { ip: "192.0.2.1", timeout: 0, nomatch: true }],
    ],
  },
  {
    typename: "hash:net",
    options: `${v6} hashsize 1024 maxelem 65536`,
    family: "ipv6",
    elements: [
      ["2001:db8::/32", { ip: "2001:db8::/32" }],
      ["2001:db8::1", { ip: "2001:db8::1" }],
    ],
  },
  {
    typename: "hash:net,iface",
    options: `${v4} hashsize 1024 maxelem 65536`,
    elements: [
      ["0.0.0.0/0,eth0", { ip: "0.0.0.0/0", iface: "eth0" }],
      ["192.0.2.0/24,physdev:eth1", { ip: "192.0.2.0/24", iface: "eth1", physdev: true }],
      ["192.0.2.1,eth2 nomatch", { ip: "192.0.2.1", iface: "eth2", nomatch: true }],
      ["198.51.100.0/24,ppp wildcard", { ip: "198.51.100.0/24", iface: "ppp", ifaceWildcard: true }],
    ],
  },
  {
    typename: "hash:net,net",
    options: `${v4} hashsize 1024 maxelem 65536`,
    elements: [["192.0.2.0/24,198.51.100.1", { ip: "192.0.2.0/24", ip2: "198.51.100.1" }]],
  },
  {
    typename: "hash:net,port",
    options: `${v4} hashsize 1024 maxelem 65536`,
    elements: [["192.0.2.0/24,udp:53", { ip: "192.0.2.0/24", port: 53, proto: "udp" }]],
  },
  {
    typename: "hash:net,port,net",
    options: `${v4} hashsize 1024 maxelem 65536`,
    elements: [
      [
        "192.0.2.0/24,tcp:80,198.51.100.0/25",
        { ip: "192.0.2.0/24", port: 80, proto: tcp, ip2: "198.51.100.0/25" },
      ],
    ],
  },
];
