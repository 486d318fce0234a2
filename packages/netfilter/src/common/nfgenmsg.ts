import { be16, enumeration, type Struct, struct, u8 } from "@rxnetlink/core/schema";

/** Protocol families of netfilter (`NFPROTO_*`). */
export const nfproto = enumeration("NFPROTO_", u8, {
  unspec: 0,
  /** IPv4 and IPv6 together. */
  inet: 1,
  ipv4: 2,
  arp: 3,
  netdev: 5,
  bridge: 7,
  ipv6: 10,
});

/** Protocol families in the 16 bits of attributes about network protocols. */
export const l3proto = enumeration(nfproto.prefix, be16, nfproto.values);

const nfgenmsgFields = {
  /** Protocol family. */
  family: nfproto,
  /** Version of the protocol; always 0. */
  version: u8,
  /** A number that the subsystem gives a meaning to: of a queue, a log group, a CPU or a generation. */
  resId: be16,
};
/** Members of `struct nfgenmsg`; by this name they keep their comments in declaration files. */
export type NfgenmsgFields = { -readonly [K in keyof typeof nfgenmsgFields]: (typeof nfgenmsgFields)[K] };

/** Fixed header of all messages of `NETLINK_NETFILTER` (`struct nfgenmsg`). */
export const nfgenmsg: Struct<NfgenmsgFields> = struct("nfgenmsg", nfgenmsgFields);
