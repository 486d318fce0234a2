/** A type of keys and data, which `nft` knows by a number; the kernel does not. */
export interface Datatype {
  /** Number of `nft`. */
  readonly number: number;
  /** Length in bytes; 0 if it depends on the set. */
  readonly size: number;
  /** Byte order of its numbers. */
  readonly order: "host" | "big";
  /** Form of its values. */
  readonly form: "number" | "bigint" | "ipv4" | "ipv6" | "mac" | "text" | "bytes";
}

const host = (number: number, size: number, form: Datatype["form"] = "number"): Datatype => ({
  number,
  size,
  order: "host",
  form,
});
const big = (number: number, size: number, form: Datatype["form"] = "number"): Datatype => ({
  number,
  size,
  order: "big",
  form,
});

/** Types of keys and data by their names in `nft`. */
export const datatypes = {
  verdict: host(1, 4),
  nf_proto: host(2, 1),
  bitmask: host(3, 0, "bytes"),
  integer: big(4, 0, "bytes"),
  string: host(5, 0, "text"),
  ll_addr: big(6, 0, "bytes"),
  ipv4_addr: big(7, 4, "ipv4"),
  ipv6_addr: big(8, 16, "ipv6"),
  ether_addr: big(9, 6, "mac"),
  ether_type: big(10, 2),
  arp_op: big(11, 2),
  inet_proto: big(12, 1),
  inet_service: big(13, 2),
  icmp_type: big(14, 1),
  tcp_flag: host(15, 1),
  dccp_pkttype: big(16, 1),
  mh_type: big(17, 1),
  time: host(18, 8, "bigint"),
  mark: host(19, 4),
  iface_index: host(20, 4),
  iface_type: host(21, 2),
  realm: host(22, 4),
  classid: host(23, 4),
  uid: host(24, 4),
  gid: host(25, 4),
  ct_state: host(26, 4),
  ct_dir: host(27, 1),
  ct_status: host(28, 4),
  icmpv6_type: big(29, 1),
  ct_label: host(30, 16, "bigint"),
  pkt_type: host(31, 1),
  icmp_code: big(32, 1),
  icmpv6_code: big(33, 1),
  icmpx_code: big(34, 1),
  devgroup: host(35, 4),
  dscp: big(36, 1),
  ecn: big(37, 1),
  fib_addrtype: host(38, 4),
  boolean: host(39, 1),
  ct_event: host(40, 4),
  ifname: host(41, 16, "text"),
  igmp_type: big(42, 1),
  date: host(43, 8, "bigint"),
  hour: host(44, 4),
  day: host(45, 1),
  cgroupsv2: host(46, 8, "bigint"),
} as const satisfies Readonly<Record<string, Datatype>>;

/** Name of a type. */
export type DatatypeName = keyof typeof datatypes;

/** Names of types by their numbers. */
export const datatypeNames: readonly (DatatypeName | undefined)[] = (() => {
  const names: DatatypeName[] = [];
  for (const [name, { number }] of Object.entries(datatypes)) names[number] = name as DatatypeName;
  return names;
})();
