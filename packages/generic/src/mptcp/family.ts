import { type Family, groupsOf } from "../family/definition.js";

const named = groupsOf("mptcp_pm_cmds", "mptcp_pm_events");

/** Multicast groups of `mptcp_pm`. */
export const mptcpGroups = {
  /** Commands; no kernel sends to it. */
  commands: named.mptcp_pm_cmds,
  /** Events of connections. */
  events: named.mptcp_pm_events,
};

/** The family of the path manager. */
export const mptcpFamily: Family = {
  name: "mptcp_pm",
  version: 1,
  groups: named,
  from: "CONFIG_MPTCP, since 5.6",
};
