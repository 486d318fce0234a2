import { attributes, type Infer, ifOther, lladdr, readOnly, s32, u16, u32 } from "@rxnetlink/core";
import { bondChurnState, bondPortLink, bondPortState, lacpPartnerState, lacpState } from "./bond-enums.js";

/** Settings of the port of a bond (`IFLA_BOND_SLAVE_*`). */
export const bondPortAttributes = attributes("bond-slave-attrs", "IFLA_BOND_SLAVE_", {
  /** Whether it carries packets; read-only. */
  state: [1, readOnly(bondPortState)],
  /** What is believed of its link; read-only. */
  miiStatus: [2, readOnly(bondPortLink)],
  /** How often its link has failed; read-only. */
  linkFailureCount: [3, readOnly(u32)],
  /** The hardware address it had before; read-only. */
  permHwaddr: [4, readOnly(lladdr)],
  /** Transmit queue that is led to this port; 0 is none. */
  queueId: [5, ifOther(u16)],
  /** Its aggregator (mode `8023ad`); read-only. */
  adAggregatorId: [6, readOnly(u16)],
  /** Our state in LACP; read-only. */
  adActorOperPortState: [7, readOnly(lacpState)],
  /** The partner's state in LACP; read-only. */
  adPartnerOperPortState: [8, readOnly(lacpPartnerState)],
  /** Priority to become active; the highest wins; since 6.0. */
  prio: [9, ifOther(s32)],
  /** Our port priority in LACP; since 6.18. */
  actorPortPrio: [10, ifOther(u16)],
  /** Whether our end keeps changing its aggregator; read-only, newer than 7.0. */
  adChurnActorState: [11, readOnly(bondChurnState)],
  /** Whether the partner does; read-only, newer than 7.0. */
  adChurnPartnerState: [12, readOnly(bondChurnState)],
});
/** Settings of a link as the port of a bond. */
export interface BondPort extends Infer<typeof bondPortAttributes> {}
