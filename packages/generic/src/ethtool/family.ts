import { type Family, groupsOf } from "../family/definition.js";

/** Multicast groups of `ethtool`. */
export const ethtoolGroups = groupsOf("monitor");

/** The family `ethtool`. */
export const ethtoolFamily: Family = {
  name: "ethtool",
  version: 1,
  groups: ethtoolGroups,
  from: "CONFIG_ETHTOOL_NETLINK, since 5.6",
};
