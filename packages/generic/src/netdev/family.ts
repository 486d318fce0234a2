import { type Family, groupsOf } from "../family/definition.js";

/** Multicast groups of netdev: of links, and of page pools. */
export const netdevGroups = groupsOf("mgmt", "page-pool");

/** netdev, since 6.3. */
export const netdevFamily: Family = { name: "netdev", version: 1, groups: netdevGroups, from: "kernel 6.3" };
