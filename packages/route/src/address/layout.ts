import {
  attributes,
  choice,
  derived,
  enumeration,
  fixed,
  flags,
  type Infer,
  ifindex,
  ipv4,
  message,
  nest,
  readOnly,
  s32,
  string,
  struct,
  u8,
  u32,
} from "@rxnetlink/core";
import { addressFamily, ip } from "../common/address-family.js";
import { byteAddress } from "../common/byte-address.js";
import { routeScope } from "../common/route-enums.js";

/** Flags of an address (`IFA_F_*`). */
export const addressFlags = flags("IFA_F_", u32, {
  /** Not the first of its subnet (IPv4), or made for privacy (IPv6, there `IFA_F_TEMPORARY`). */
  secondary: 0x01,
  /** Not checked for duplicates. */
  nodad: 0x02,
  optimistic: 0x04,
  /** Another host has it. */
  dadfailed: 0x08,
  homeaddress: 0x10,
  /** Past its preferred lifetime. */
  deprecated: 0x20,
  /** Still being checked for duplicates. */
  tentative: 0x40,
  /** Without a lifetime. */
  permanent: 0x80,
  managetempaddr: 0x100,
  /** Comes without a route for its prefix. */
  noprefixroute: 0x200,
  mcautojoin: 0x400,
  stablePrivacy: 0x800,
});

/** Who made an address (`IFAPROT_*`). */
export const addressProtocol = enumeration("IFAPROT_", u8, {
  unspec: 0,
  kernelLo: 1,
  kernelRa: 2,
  kernelLl: 3,
});

/** The fixed header of address messages. */
export const ifaddrmsg = struct("ifaddrmsg", {
  /** `"inet"` or `"inet6"`; filled in from the address. */
  family: addressFamily,
  /** Length of the prefix; filled in with that of a single host. */
  prefixlen: u8,
  /** The low eight of `flags`. */
  ifaFlags: u8,
  /** How far the address is valid; filled in with `"host"` for IPv4 loopback. */
  scope: fixed(routeScope),
  /** Index of the link. */
  index: ifindex(u32, "targetNetnsid"),
});

/** A time that has no end. */
const INFINITE = 0xffff_ffff;

/** Lifetimes of an address (`struct ifa_cacheinfo`). */
export const addressCacheinfo = struct("ifa_cacheinfo", {
  /** How long it is preferred, in seconds; 4294967295 is for ever. As long as it is valid where a request lacks it. */
  prefered: derived(u32, ({ valid = INFINITE }: { valid?: number }) => valid),
  /** How long it is valid, in seconds; 4294967295 is for ever, and what a request means that lacks it. */
  valid: derived(u32, () => INFINITE),
  /** When it was made, in 1/100 s since boot. Read-only. */
  cstamp: readOnly(u32),
  /** When it was last changed, in 1/100 s since boot. Read-only. */
  tstamp: readOnly(u32),
});
/** Lifetimes of an address. */
export interface AddressCacheinfo extends Infer<typeof addressCacheinfo> {}

const ipOrOctet = choice("family", { mctp: byteAddress, phonet: byteAddress }, ip);

/** The attributes of address messages (`IFA_*`). */
export const addressAttributes = attributes("addr-attrs", "IFA_", {
  /** The address; on a point-to-point link that of the other end. */
  address: [1, ipOrOctet],
  /** The address on this end; IPv6 has it only where there is another end. */
  local: [2, ipOrOctet],
  /** IPv4 label, the link's name or that with a suffix: `"eth0:1"`. */
  label: [3, fixed(string)],
  /** IPv4 broadcast address. */
  broadcast: [4, fixed(ipv4)],
  /** An anycast address of the link. */
  anycast: [5, readOnly(ip)],
  /** Lifetimes. */
  cacheinfo: [6, nest<AddressCacheinfo>(addressCacheinfo)],
  /** A multicast address of the link. */
  multicast: [7, readOnly(ip)],
  /** Flags; {@link addressFlags} has their names. */
  flags: [8, addressFlags],
  /** Metric of the route for its prefix; since 4.18. */
  rtPriority: [9, u32],
  /** Id of the namespace that a request is about, in place of the socket's. */
  targetNetnsid: [10, s32],
  /** Who made it; since 5.18. */
  proto: [11, addressProtocol],
});

/** The layout of `RTM_NEWADDR`, `RTM_DELADDR` and `RTM_GETADDR`. */
export const addressMessage = message("address", ifaddrmsg, addressAttributes);
/** An IP address of a link. */
export interface Address extends Infer<typeof addressMessage> {}
