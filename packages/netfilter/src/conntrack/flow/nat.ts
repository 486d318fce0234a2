import { attributes, be16, type Infer, ipv4, ipv6, nest } from "@rxnetlink/core/schema";
import { eitherWidth } from "../tuple/either-width.js";

/** Ports that may be chosen (`CTA_PROTONAT_PORT_*`). */
export const natProtoAttributes = attributes("nat-proto-attrs", "CTA_PROTONAT_PORT_", {
  /** First port. */
  min: [1, be16],
  /** Last port. */
  max: [2, be16],
});
/** Ports that may be chosen. */
export interface NatProto extends Infer<typeof natProtoAttributes> {}

/** Translation on the wire (`CTA_NAT_*`). */
export const natAttributes = attributes("nat-attrs", "CTA_NAT_", {
  /** First address, IPv4. */
  v4Minip: [1, ipv4],
  /** Last address, IPv4. */
  v4Maxip: [2, ipv4],
  /** Ports. */
  proto: [3, nest<NatProto>(natProtoAttributes)],
  /** First address, IPv6. */
  v6Minip: [4, ipv6],
  /** Last address, IPv6. */
  v6Maxip: [5, ipv6],
});

/** Translation of an address; the kernel chooses from what it is given, and keeps what is free as it is. */
export const nat = eitherWidth(natAttributes, {
  /** Address to translate to, or the first of a range. */
  minip: ["v4Minip", "v6Minip"],
  /** Last address of a range. */
  maxip: ["v4Maxip", "v6Maxip"],
});
/** Translation of an address: to one of a range of addresses, and one of a range of ports. */
export interface Nat extends Infer<typeof nat> {
  /** First address. */
  minip?: string;
  /** Last address. */
  maxip?: string;
}
