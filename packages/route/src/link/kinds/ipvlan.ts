import { attributes, enumeration, flags, type Infer, u16 } from "@rxnetlink/core/schema";

/** Layer at which an ipvlan forwards (`IPVLAN_MODE_*`). */
export const ipvlanMode = enumeration("IPVLAN_MODE_", u16, {
  l2: 0,
  l3: 1,
  /** Layer 3, with netfilter hooks. */
  l3s: 2,
});

/** Communication between the links of a lower device; bridged when no bit is set (`IPVLAN_F_*`). */
export const ipvlanFlags = flags("IPVLAN_F_", u16, {
  /** None. */
  private: 0x1,
  /** All, through the external switch (VEPA). */
  vepa: 0x2,
});

/** Settings of an ipvlan or ipvtap (`IFLA_IPVLAN_*`). */
export const ipvlanAttributes = attributes("linkinfo-ipvlan-attrs", "IFLA_IPVLAN_", {
  /** Layer at which it forwards; the same for all links of a lower device. */
  mode: [1, ipvlanMode],
  /** Communication between the links of a lower device; {@link ipvlanFlags} lists the names. */
  flags: [2, ipvlanFlags],
});
/** Settings of an `ipvlan` or `ipvtap` link. */
export interface Ipvlan extends Infer<typeof ipvlanAttributes> {}
