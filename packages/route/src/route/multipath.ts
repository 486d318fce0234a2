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
import { type Encap, encap, encapType } from "./encap/index.js";
import { mplsLabels } from "./mpls-labels.js";

/** An address of the family beside it: 4 or 16 bytes are IP, others a link-layer address. */
const gateway: Type<string> = {
  name: "gateway",
  read: (view, at, end, scope) =>
    (end - at === 4 || end - at === 16 ? ip : lladdr).read(view, at, end, scope),
  write: ipBy("family", { inet: ipv4, inet6: ipv6, packet: lladdr }).write,
};

/** A gateway of another family than the route's (`struct rtvia`); since 5.2 for IPv4 by way of IPv6. */
export const rtvia = struct("rtvia", {
  /** The gateway's family. */
  family: enumeration(addressFamily.prefix, u16, addressFamily.values),
  /** The gateway: an IP address, or a MAC address where the family is `"packet"` (MPLS). */
  address: gateway,
});
/** A gateway of another family than the route's. */
export interface Rtvia extends Infer<typeof rtvia> {}

/** The family of a gateway in text. */
function viaFamily(address: unknown): Rtvia["family"] {
  if (typeof address !== "string" || parseIp(address) === undefined) return "packet";
  return familyOf(address)!;
}

/** The same, in whose own family the address is; that follows from the address where it is left out. */
export const via: Type<Rtvia> = refine(nest<Rtvia>(rtvia), {
  write(out, value, scope) {
    checkRecord(value, rtvia.name);
    const { family = viaFamily(value.address) } = value;
    const whole = { ...value, family };
    rtvia.write(out, whole, { value: whole, parent: scope, depth: scope?.depth ?? 0 });
  },
});

/** The fixed part of one way of a multipath route (`struct rtnexthop`). */
export const rtnexthop = struct("rtnexthop", {
  /** Length of the entry in bytes; filled in when sent. */
  length: readOnly(u16),
  /** Flags; see {@link nexthopFlags}. */
  flags: nexthopFlags,
  /** Weight less one; in multicast routes the least time to live that a packet must have. */
  hops: u8,
  /** Index of the link. */
  ifindex: ifindex(s32),
});

/** The attributes of one way of a multipath route (`RTA_*`). */
export const rtnexthopAttributes = attributes("rtnexthop-attrs", "RTA_", {
  /** The gateway. */
  gateway: [5, ip],
  /** Realms, source in the high and destination in the low 16 bits. */
  flow: [11, u32],
  /** A gateway of another family. */
  via: [18, via],
  /** What replaces the label (MPLS): `"200/300"`. */
  newdst: [19, mplsLabels],
  /** How packets are wrapped. */
  encapType: [21, encapType],
  /** The wrapping. */
  encap: [22, nest<Encap>(encap)],
});

/** The layout of one way of a multipath route. */
export const rtnexthopMessage = message("rtnexthop", rtnexthop, rtnexthopAttributes);
/** One way of a multipath route. */
export interface RouteNexthop extends Infer<typeof rtnexthopMessage> {}

/** `RTA_MULTIPATH`: the ways of a route, one after the other. */
export const multipath = records(nest<RouteNexthop>(rtnexthopMessage));
