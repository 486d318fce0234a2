import { type Family, groupsOf } from "../family/definition.js";

/** Multicast groups of psample: of its groups, and of samples, which needs `CAP_NET_ADMIN`. */
export const psampleGroups = groupsOf("config", "packets");

/** psample. */
export const psampleFamily: Family = {
  name: "psample",
  version: 1,
  groups: psampleGroups,
  from: "the module psample",
};
