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
  prefixed,
  readOnly,
  s32,
  string,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { addressFamily, ip } from "../common/address-family.js";
import { byteAddress } from "../common/byte-address.js";
import { routeScope } from "../common/route-enums.js";

/** Address flags (`IFA_F_*`). */
export const addressFlags = flags("IFA_F_", u32, {
  /** Not the first address of its subnet (IPv4), or a temporary privacy address (IPv6, `IFA_F_TEMPORARY`). */
  secondary: 0x01,
  /** Skips duplicate address detection. */
  nodad: 0x02,
  optimistic: 0x04,
  /** Duplicate address detection failed: another host has the address. */
  dadfailed: 0x08,
  homeaddress: 0x10,
  /** Past the preferred lifetime. */
  deprecated: 0x20,
  /** Duplicate address detection is still running. */
  tentative: 0x40,
  /** Has no lifetime. */
  permanent: 0x80,
  managetempaddr: 0x100,
  /** The kernel adds no route for the prefix. */
  noprefixroute: 0x200,
  mcautojoin: 0x400,
  stablePrivacy: 0x800,
});

/** Origin of an address (`IFAPROT_*`). */
export const addressProtocol = enumeration("IFAPROT_", u8, {
  unspec: 0,
  kernelLo: 1,
  kernelRa: 2,
  kernelLl: 3,
});

/** Fixed header of address messages. */
export const ifaddrmsg = struct("ifaddrmsg", {
  /** `"inet"` or `"inet6"`; filled in from the address. */
  family: addressFamily,
  /** Prefix length; filled in with that of a single host, 32 or 128. */
  prefixlen: u8,
  /** Low 8 bits of `flags`. */
  ifaFlags: u8,
  /** Scope in which the address is valid; filled in with `"host"` for IPv4 loopback. */
  scope: fixed(routeScope),
  /** Index of the link. */
  index: ifindex(u32, "targetNetnsid"),
});

/** Lifetime without an end. */
const INFINITE = 0xffff_ffff;

/** Address lifetimes (`struct ifa_cacheinfo`). */
export const addressCacheinfo = struct("ifa_cacheinfo", {
  /** Preferred lifetime, in seconds; 4294967295 is infinite. In a request defaults to `valid`. */
  prefered: derived(u32, ({ valid = INFINITE }: { valid?: number }) => valid),
  /** Valid lifetime, in seconds; 4294967295, the default in a request, is infinite. */
  valid: derived(u32, () => INFINITE),
  /** Time of creation, in 1/100 s since boot. Read-only. */
  cstamp: readOnly(u32),
  /** Time of the last change, in 1/100 s since boot. Read-only. */
  tstamp: readOnly(u32),
});
/** Address lifetimes. */
export interface AddressCacheinfo extends Infer<typeof addressCacheinfo> {}

const ipOrOctet = choice("family", { mctp: byteAddress, phonet: byteAddress }, ip);

/** Attributes of address messages (`IFA_*`). */
export const addressAttributes = attributes("addr-attrs", "IFA_", {
  /**
   * Address; on a point-to-point link, that of the other end. Requests and matches also take it with the length of its
   * prefix: `"2001:db8::1/64"`.
   */
  address: [1, prefixed(ipOrOctet, "prefixlen")],
  /**
   * Address of this end; IPv6 reports it only if there is another end. Requests and matches also take it with the length
   * of its prefix: `"192.0.2.1/24"`.
   */
  local: [2, prefixed(ipOrOctet, "prefixlen")],
  /** IPv4 label: the link's name, or the name with a suffix, `"eth0:1"`. */
  label: [3, fixed(string)],
  /** IPv4 broadcast address. */
  broadcast: [4, fixed(ipv4)],
  /** Anycast address of the link. */
  anycast: [5, readOnly(ip)],
  /** Lifetimes. */
  cacheinfo: [6, nest<AddressCacheinfo>(addressCacheinfo)],
  /** Multicast address of the link. */
  multicast: [7, readOnly(ip)],
  /** Flags; see {@link addressFlags}. */
  flags: [8, addressFlags],
  /** Metric of the route for the prefix; since 4.18. */
  rtPriority: [9, u32],
  /** Id of the namespace in which the request acts, instead of the socket's. */
  targetNetnsid: [10, s32],
  /** Origin of the address; since 5.18. */
  proto: [11, addressProtocol],
});

/** Layout of `RTM_NEWADDR`, `RTM_DELADDR` and `RTM_GETADDR`. */
export const addressMessage = message("address", ifaddrmsg, addressAttributes);
/** An IP address of a link. */
export interface Address extends Infer<typeof addressMessage> {}
