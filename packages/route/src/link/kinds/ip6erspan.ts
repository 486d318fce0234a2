import { attributes, extend, type Infer, u8, u16, u32 } from "@rxnetlink/core/schema";
import { ip6greSet } from "./ip6gre.js";

/** Settings of a tunnel of mirrored frames over IPv6 (`IFLA_GRE_*`): those of GRE and those of ERSPAN. */
export const ip6erspanAttributes = attributes(
  "linkinfo-gre6-attrs",
  "IFLA_GRE_",
  extend(ip6greSet, {
    /** ERSPAN version 1: index of the mirrored port, below 2^20. */
    erspanIndex: [21, u32],
    /** ERSPAN version, 0 to 2. */
    erspanVer: [22, u8],
    /** ERSPAN version 2: direction of the mirrored traffic, 0 ingress, 1 egress. */
    erspanDir: [23, u8],
    /** ERSPAN version 2: hardware id, below 64. */
    erspanHwid: [24, u16],
  }),
);
/** Settings of an `ip6erspan` link. */
export interface Ip6erspan extends Infer<typeof ip6erspanAttributes> {}
