//  Values that logged and queued packets have in common. Integers are in network byte order.

import {
  attributes,
  be16,
  be32,
  be64,
  bytes,
  enumeration,
  type Infer,
  lladdr,
  pad,
  struct,
  type Type,
} from "@rxnetlink/core/schema";
import type { conntrackAttributes } from "../conntrack/flow/layout.js";

const MICROSECONDS = 1_000_000;
const WORD = 0x1_0000_0000;

/** The wire form of a time. */
export const packetTimestamp = struct("nfulnl_msg_packet_timestamp", {
  /** Seconds since 1970. */
  sec: be64,
  /** Microseconds of the second. */
  usec: be64,
});

/** A time in microseconds since 1970, as one number, which is exact until 2255. */
export const microseconds: Type<number> = {
  name: "microseconds",
  size: packetTimestamp.size,
  read(view, at, end) {
    if (end - at < 16) return Number(packetTimestamp.read(view, at, end).sec);
    const seconds = view.getUint32(at) * WORD + view.getUint32(at + 4);
    return seconds * MICROSECONDS + view.getUint32(at + 12);
  },
  write(out, value) {
    const whole = Math.floor(value / MICROSECONDS);
    packetTimestamp.write(out, { sec: BigInt(whole), usec: BigInt(value - whole * MICROSECONDS) });
  },
};

const HW_ADDRESS = 8;

/** The wire form of a link-layer address. */
export const packetHw = struct("nfulnl_msg_packet_hw", {
  /** Length of the address, in bytes. */
  hwAddrlen: be16,
  _: pad(2),
  /** The address. */
  hwAddr: bytes(HW_ADDRESS),
});

/** A link-layer address, as one text. */
export const hardwareAddress: Type<string> = {
  name: "link-layer address",
  size: packetHw.size,
  read(view, at, end) {
    const length = be16.read(view, at, end);
    return lladdr.read(view, at + 4, Math.min(end, at + 4 + Math.min(length, HW_ADDRESS)));
  },
  write(out, value) {
    const start = out.room(4);
    lladdr.write(out, value);
    const length = out.at - start - 4;
    out.view.setUint16(start, length);
    out.view.setUint16(start + 2, 0);
    out.zero(HW_ADDRESS - length);
  },
};

/** Ethernet protocols of packets (`ETH_P_*`). */
export const packetProtocol = enumeration("ETH_P_", be16, {
  ip: 0x0800,
  arp: 0x0806,
  /** VLAN tag. */
  "8021q": 0x8100,
  ipv6: 0x86dd,
  /** MPLS unicast. */
  mplsUc: 0x8847,
  /** PPPoE session. */
  pppSes: 0x8864,
  /** Outer VLAN tag. */
  "8021ad": 0x88a8,
});

/** The connection of a packet. */
export interface PacketConntrack extends Infer<typeof conntrackAttributes> {}

/** Relation of a packet to its connection (`IP_CT_*`). */
export const packetConntrackInfo = enumeration("IP_CT_", be32, {
  established: 0,
  /** Begins a connection that another one expects, or is an ICMP error about one. */
  related: 1,
  new: 2,
  establishedReply: 3,
  relatedReply: 4,
  newReply: 5,
});

/** The VLAN tag of a packet (`NFULA_VLAN_*`, `NFQA_VLAN_*`). */
export const packetVlanAttributes = attributes("packet-vlan-attrs", "NFULA_VLAN_", {
  /** `"8021q"` or `"8021ad"`. */
  proto: [1, packetProtocol],
  /** Tag: priority and VLAN id. */
  tci: [2, be16],
});
