import { type Family, groupsOf } from "../family/definition.js";

/** Multicast groups of `nl80211`. */
export const nl80211Groups = groupsOf("config", "scan", "regulatory", "mlme", "vendor", "nan", "testmode");

/** The family of wireless links. */
export const nl80211Family: Family = {
  name: "nl80211",
  version: 1,
  groups: nl80211Groups,
  from: "the module cfg80211, which drivers of wireless cards load",
};
