import { type Family, groupsOf } from "../family/definition.js";

/** Multicast groups of thermal: of temperatures, and of events. */
export const thermalGroups = groupsOf("sampling", "event");

/** thermal. */
export const thermalFamily: Family = {
  name: "thermal",
  version: 2,
  groups: thermalGroups,
  from: "CONFIG_THERMAL_NETLINK, since 5.10, in the initial network namespace",
};
