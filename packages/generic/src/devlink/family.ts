import { type Family, groupsOf } from "../family/definition.js";

/** Multicast groups of devlink: one for all changes. */
export const devlinkGroups = groupsOf("config");

/** devlink. */
export const devlinkFamily: Family = {
  name: "devlink",
  version: 1,
  groups: devlinkGroups,
  from: "the driver of a device that has devlink",
};
