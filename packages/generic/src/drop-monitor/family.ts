import { type Family, groupsOf } from "../family/definition.js";

/** Multicast groups of the drop monitor, whose one needs `CAP_SYS_ADMIN` since 6.7. */
export const dropMonitorGroups = groupsOf("events");

/** The drop monitor. */
export const dropMonitorFamily: Family = {
  name: "NET_DM",
  version: 2,
  groups: dropMonitorGroups,
  from: "the module drop_monitor",
};
