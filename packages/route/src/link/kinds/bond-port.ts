import { attributes, type Infer, ifDifferent, lladdr, readOnly, s32, u16, u32 } from "@rxnetlink/core/schema";
import { bondChurnState, bondPortLink, bondPortState, lacpPartnerState, lacpState } from "./bond-enums.js";

/** Settings of a port of a bond (`IFLA_BOND_SLAVE_*`). */
export const bondPortAttributes = attributes("bond-slave-attrs", "IFLA_BOND_SLAVE_", {
  /** Role of the port; read-only. */
  state: [1, readOnly(bondPortState)],
  /** Link state as the bond sees it; read-only. */
  miiStatus: [2, readOnly(bondPortLink)],
  /** Number of link failures; read-only. */
  linkFailureCount: [3, readOnly(u32)],
  /** Hardware address before it joined the bond; read-only. */
  permHwaddr: [4, readOnly(lladdr)],
  /** Transmit queue assigned to the port; 0 is none. */
  queueId: [5, ifDifferent(u16)],
  /** Aggregator id (mode `8023ad`); read-only. */
  adAggregatorId: [6, readOnly(u16)],
  /** LACP state of this end; read-only. */
  adActorOperPortState: [7, readOnly(lacpState)],
  /** LACP state of the partner; read-only. */
  adPartnerOperPortState: [8, readOnly(lacpPartnerState)],
  /** Priority for becoming active, the highest wins; since 6.0. */
  prio: [9, ifDifferent(s32)],
  /** LACP port priority of this end; since 6.18. */
  actorPortPrio: [10, ifDifferent(u16)],
  /** Churn detection of this end; read-only, newer than 7.0. */
  adChurnActorState: [11, readOnly(bondChurnState)],
  /** Churn detection of the partner; read-only, newer than 7.0. */
  adChurnPartnerState: [12, readOnly(bondChurnState)],
});
/** Settings of a link as the port of a bond. */
export interface BondPort extends Infer<typeof bondPortAttributes> {}
