import { checkRecord } from "@rxnetlink/core/internal";
import {
  attributes,
  enumeration,
  type Infer,
  ifindex,
  ipBy,
  ipv4,
  ipv6,
  lladdr,
  message,
  nest,
  parseIp,
  readOnly,
  records,
  recurring,
  refine,
  s32,
  struct,
  type Type,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { addressFamily, familyOf, ip } from "../common/address-family.js";
import { nexthopFlags } from "../common/route-enums.js";
import { type Encap, encap, encapType } from "./encap/formats.js";
import { mplsLabels } from "./mpls-labels.js";

/** Address of the family next to it: 4 or 16 bytes are an IP address, others a hardware address. */
const gateway: Type<string> = {
  name: "gateway",
  read: (view, at, end, scope) =>
    (end - at === 4 || end - at === 16 ? ip : lladdr).read(view, at, end, scope),
  write: ipBy("family", { inet: ipv4, inet6: ipv6, packet: lladdr }).write,
};

/** Gateway of another family than the route's (`struct rtvia`); for IPv4 through IPv6 since 5.2. */
export const rtvia = struct("rtvia", {
  /** Family of the gateway; in a request defaults to that of `address`. */
  family: enumeration(addressFamily.prefix, u16, addressFamily.values),
  /** Gateway: an IP address, or a MAC address if the family is `"packet"` (MPLS). */
  address: gateway,
});
/** Gateway of another family than the route's. */
export interface Rtvia extends Infer<typeof rtvia> {}

/** Returns the family of a gateway in text. */
function viaFamily(address: unknown): Rtvia["family"] {
  if (typeof address !== "string" || parseIp(address) === undefined) return "packet";
  return familyOf(address)!;
}

/** Gateway of another family, which is filled in from the address if left out. */
export const via: Type<Rtvia> = refine(nest<Rtvia>(rtvia), {
  write(out, value, scope) {
    checkRecord(value, rtvia.name);
    const { family = viaFamily(value.address) } = value;
    const whole = { ...value, family };
    rtvia.write(out, whole, { value: whole, parent: scope, depth: scope?.depth ?? 0 });
  },
});

/** Fixed part of a nexthop of a multipath route (`struct rtnexthop`). */
export const rtnexthop = struct("rtnexthop", {
  /** Length of the entry in bytes; filled in when sent. */
  length: readOnly(u16),
  /** Flags; see {@link nexthopFlags}. */
  flags: nexthopFlags,
  /** Weight less 1; in multicast routes, the minimum time to live of packets. */
  hops: u8,
  /** Index of the link. */
  ifindex: ifindex(s32),
});

/** Attributes of a nexthop of a multipath route (`RTA_*`). */
export const rtnexthopAttributes = attributes("rtnexthop-attrs", "RTA_", {
  /** Gateway. */
  gateway: [5, recurring(ip)],
  /** Realms, source in the high and destination in the low 16 bits. */
  flow: [11, u32],
  /** Gateway of another family. */
  via: [18, via],
  /** Labels that replace the label (MPLS): `"200/300"`. */
  newdst: [19, mplsLabels],
  /** Type of encapsulation. */
  encapType: [21, encapType],
  /** Encapsulation. */
  encap: [22, nest<Encap>(encap)],
});

/** Layout of a nexthop of a multipath route. */
export const rtnexthopMessage = message("rtnexthop", rtnexthop, rtnexthopAttributes);
/** A nexthop of a multipath route. */
export interface RouteNexthop extends Infer<typeof rtnexthopMessage> {}

/** Nexthops of a multipath route (`RTA_MULTIPATH`). */
export const multipath = records(nest<RouteNexthop>(rtnexthopMessage));
