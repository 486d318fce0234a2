import type { Section } from "../section.js";
import { actions } from "./action.js";
import { addresses } from "./address.js";
import { addressLabels } from "./addrlabel.js";
import { bridgeVlans } from "./bridge-vlan.js";
import { sets } from "./ipset.js";
import { links } from "./link.js";
import { alternativeNames } from "./linkprop.js";
import { multicastGroups } from "./mdb.js";
import { mptcpEndpoints, mptcpLimits } from "./mptcp.js";
import { forwardings, neighbours } from "./neighbour.js";
import { nexthops } from "./nexthop.js";
import { tables } from "./nftables.js";
import { routes } from "./route.js";
import { rules } from "./rule.js";
import { classes, filters, qdiscs } from "./tc.js";
import { vniFilters } from "./tunnel.js";
import { ipsecDefaults } from "./xfrm/default.js";
import { ipsecPolicies } from "./xfrm/policy.js";
import { ipsecStates } from "./xfrm/state.js";

/** All sections, in the order in which they are restored. */
export const SECTIONS: readonly Section[] = [
  links,
  alternativeNames,
  bridgeVlans,
  vniFilters,
  multicastGroups,
  addresses,
  addressLabels,
  nexthops,
  routes,
  rules,
  neighbours,
  forwardings,
  actions,
  qdiscs,
  classes,
  filters,
  mptcpLimits,
  mptcpEndpoints,
  ipsecStates,
  ipsecPolicies,
  ipsecDefaults,
  sets,
  tables,
];

/** Names of the sections, in the order in which they are restored. */
export const backupSections: readonly string[] = SECTIONS.map(({ name }) => name);
