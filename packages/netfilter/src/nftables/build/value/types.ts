import { EncodeError } from "@rxnetlink/core";
import { bitmask, type DataType, hex32, integer, parseNumber, symbols } from "./data-type.js";
import { single } from "./interval.js";
import * as words from "./words.js";

/** Ports: numbers. */
export const inetService = integer(16, "network", { name: "inet_service", id: 13 });
/** Marks: numbers. */
export const mark = integer(32, "host", { name: "mark", id: 19, print: hex32 });
/** Indices of links. */
export const ifaceIndex = integer(32, "host", { name: "iface_index", id: 20 });
/** Groups of links. */
export const devgroup = integer(32, "host", {
  name: "devgroup",
  id: 35,
  print: (n) => (n === 0n ? '"default"' : String(n)),
});
/** Realms of routes. */
export const realm = integer(32, "host", {
  name: "realm",
  id: 22,
  print: (n) => (n === 0n ? '"cosmos"' : String(n)),
});
export const uid = integer(32, "host", { name: "uid", id: 24 });
export const gid = integer(32, "host", { name: "gid", id: 25 });
/** Control groups of version 2, by their inode number. */
export const cgroupv2 = integer(64, "host", { name: "cgroupsv2", id: 46 });

const protocolShape = { name: "inet_proto", id: 12, bits: 8, order: "network" } as const;
/** Protocols above IP. */
export const inetProto = symbols(protocolShape, words.PROTOCOLS);
export const etherType = symbols(
  { name: "ether_type", id: 10, bits: 16, order: "network", print: etherTypeText },
  words.ETHERTYPES,
);
export const nfProto = symbols({ name: "nf_proto", id: 2, bits: 8, order: "host" }, { ipv4: 2, ipv6: 10 });
export const ifaceType = symbols({ name: "iface_type", id: 21, bits: 16, order: "host" }, words.IFTYPES);
export const pktType = symbols(
  { name: "pkt_type", id: 31, bits: 8, order: "host" },
  { host: 0, unicast: 0, broadcast: 1, multicast: 2, other: 3 },
);
export const arpOp = symbols({ name: "arp_op", id: 11, bits: 16, order: "network" }, words.ARP_OPERATIONS);
export const icmpType = symbols({ name: "icmp_type", id: 14, bits: 8, order: "network" }, words.ICMP_TYPES);
export const icmpCode = symbols({ name: "icmp_code", id: 32, bits: 8, order: "network" }, words.ICMP_CODES);
export const icmpv6Type = symbols(
  { name: "icmpv6_type", id: 29, bits: 8, order: "network" },
  words.ICMPV6_TYPES,
);
export const icmpv6Code = symbols(
  { name: "icmpv6_code", id: 33, bits: 8, order: "network" },
  words.ICMPV6_CODES,
);
export const icmpxCode = symbols(
  { name: "icmpx_code", id: 34, bits: 8, order: "network" },
  words.ICMPX_CODES,
);
export const igmpType = symbols({ name: "igmp_type", id: 42, bits: 8, order: "network" }, words.IGMP_TYPES);
export const mhType = symbols({ name: "mh_type", id: 17, bits: 8, order: "network" }, words.MH_TYPES);
export const dccpType = symbols(
  { name: "dccp_pkttype", id: 16, bits: 4, order: "network" },
  words.DCCP_TYPES,
);
export const dscp = symbols(
  { name: "dscp", id: 36, bits: 6, order: "network", print: (n) => `0x${n.toString(16).padStart(2, "0")}` },
  words.DSCPS,
);
export const ecn = symbols(
  { name: "ecn", id: 37, bits: 2, order: "network" },
  { "not-ect": 0, ect1: 1, ect0: 2, ce: 3 },
);
export const fibAddrtype = symbols(
  { name: "fib_addrtype", id: 38, bits: 32, order: "host" },
  words.ADDRESS_TYPES,
);
export const ctDir = symbols({ name: "ct_dir", id: 27, bits: 8, order: "host" }, { original: 0, reply: 1 });
const days = symbols(
  { name: "day", id: 45, bits: 8, order: "host" },
  { Sunday: 0, Monday: 1, Tuesday: 2, Wednesday: 3, Thursday: 4, Friday: 5, Saturday: 6 },
);
export const day: typeof days = { ...days, print: (value) => `"${days.print(value)}"` };
/** True or false, also `"exists"` and `"missing"`, or 1 and 0. */
export const boolean: DataType<boolean | "exists" | "missing" | 0 | 1> = booleans();

export const tcpFlag = bitmask({ name: "tcp_flag", id: 15, bits: 8, order: "network" }, words.TCP_FLAGS);
export const ctState = bitmask(
  { name: "ct_state", id: 26, bits: 32, order: "host" },
  { invalid: 1, established: 2, related: 4, new: 8, untracked: 64 },
);
export const ctStatus = bitmask(
  { name: "ct_status", id: 28, bits: 32, order: "host" },
  { expected: 1, "seen-reply": 2, assured: 4, confirmed: 8, snat: 16, dnat: 32, dying: 512 },
);
export const ctEvent = bitmask(
  { name: "ct_event", id: 40, bits: 32, order: "host" },
  {
    new: 1,
    related: 2,
    destroy: 4,
    reply: 8,
    assured: 16,
    protoinfo: 32,
    helper: 64,
    mark: 128,
    seqadj: 256,
    secmark: 512,
    label: 1024,
  },
);

/** Labels of connections, by their bit: 0 to 127. */
export const ctLabel: DataType<number> = labels();

function etherTypeText(value: bigint): string {
  return `0x${value.toString(16).padStart(4, "0")}`;
}

function booleans(): typeof boolean {
  const shape = { name: "boolean", id: 39, bits: 8, order: "host" } as const;
  const given = new Map<unknown, bigint>([
    ["exists", 1n],
    ["missing", 0n],
    [true, 1n],
    [false, 0n],
  ]);
  return {
    ...shape,
    parse: (value) => single(given.get(value) ?? parseNumber({ ...shape, bits: 1 }, value).from),
    print: (value) => (value === 0n ? "missing" : "exists"),
  };
}

function labels(): DataType<number> {
  const bitOf = (value: bigint) => {
    const bits = [...value.toString(2)].reverse();
    return bits.flatMap((bit, index) => (bit === "1" ? [index] : [])).join(",");
  };
  return {
    ...{ name: "ct_label", id: 30, bits: 128, order: "host", bitmask: true as const },
    parse(value) {
      if (!Number.isInteger(value) || value < 0 || value > 127)
        throw new EncodeError(`${value} is out of range 0 to 127`);
      return single(1n << BigInt(value));
    },
    print: bitOf,
  };
}
