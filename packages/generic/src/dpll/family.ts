import { type Family, groupsOf } from "../family/definition.js";

/** Multicast groups of dpll: one for all changes. */
export const dpllGroups = groupsOf("monitor");

/** dpll, since 6.7. */
export const dpllFamily: Family = {
  name: "dpll",
  version: 1,
  groups: dpllGroups,
  from: "the driver of a device with clocks",
};
