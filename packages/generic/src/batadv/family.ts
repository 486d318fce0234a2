import { type Family, groupsOf } from "../family/definition.js";

const named = groupsOf("config", "tpmeter");

/** Multicast groups of batman-adv. */
export const batadvGroups = {
  /** Changes of settings. */
  config: named.config,
  /** Ends of measurements. */
  tpMeter: named.tpmeter,
};

/** batman-adv. */
export const batadvFamily: Family = {
  name: "batadv",
  version: 1,
  groups: named,
  from: "the module batman-adv",
};
