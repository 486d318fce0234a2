import { attributes, extend, flags, type Infer, ipv4, ipv6, u8, u16 } from "@rxnetlink/core/schema";
import { iptunSet } from "./ipip.js";

/** Kind of automatic tunnel (`SIT_*`); the kernel keeps it in host byte order. */
export const sitFlags = flags("SIT_", u16, {
  /** Intra-site automatic tunnel addressing. */
  isatap: 0x1,
});

/** Settings of a tunnel of IPv6 and others over IPv4 (`IFLA_IPTUN_*`): those of `ipip` and those of 6rd. */
export const sitAttributes = attributes(
  "linkinfo-iptun-attrs",
  "IFLA_IPTUN_",
  extend(iptunSet, {
    /** Kind of automatic tunnel; {@link sitFlags} lists the names. */
    flags: [8, sitFlags],
    /** Protocol of the inner packets: 41 IPv6, 4 IPv4, 137 MPLS, 0 any. */
    proto: [9, u8],
    /** 6rd prefix. */
    "6rdPrefix": [11, ipv6],
    /** 6rd relay prefix. */
    "6rdRelayPrefix": [12, ipv4],
    /** Length of the 6rd prefix, in bits. */
    "6rdPrefixlen": [13, u16],
    /** Length of the 6rd relay prefix, in bits. */
    "6rdRelayPrefixlen": [14, u16],
  }),
);
/** Settings of a `sit` link. */
export interface Sit extends Infer<typeof sitAttributes> {}
