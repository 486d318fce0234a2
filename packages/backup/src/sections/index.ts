import type { Section } from "../section.js";
import { addresses } from "./address.js";
import { bridgeVlans } from "./bridge-vlan.js";
import { links } from "./link.js";
import { alternativeNames } from "./linkprop.js";
import { forwardings, neighbours } from "./neighbour.js";
import { nexthops } from "./nexthop.js";
import { tables } from "./nftables.js";
import { routes } from "./route.js";
import { rules } from "./rule.js";
import { classes, filters, qdiscs } from "./tc.js";

/** All sections, in the order in which they are restored. */
export const SECTIONS: readonly Section[] = [
  links,
  alternativeNames,
  bridgeVlans,
  addresses,
  nexthops,
  routes,
  rules,
  neighbours,
  forwardings,
  qdiscs,
  classes,
  filters,
  tables,
];

/** Names of the sections, in the order in which they are restored. */
export const backupSections: readonly string[] = SECTIONS.map(({ name }) => name);
