import { attributes, extend, type Infer, u8, u16, u32 } from "@rxnetlink/core/schema";
import { greSet } from "./gre.js";

/** Settings of a tunnel of mirrored frames (`IFLA_GRE_*`): those of GRE and those of ERSPAN. */
export const erspanAttributes = attributes(
  "linkinfo-gre-attrs",
  "IFLA_GRE_",
  extend(greSet, {
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
/** Settings of an `erspan` link. */
export interface Erspan extends Infer<typeof erspanAttributes> {}
