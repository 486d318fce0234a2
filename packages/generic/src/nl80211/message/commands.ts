//  Commands that the verbs use (linux/nl80211.h); wifiCommand names all.

import { genlType } from "../../family/genlmsghdr.js";

/** Requests phys. */
export const NL80211_CMD_GET_WIPHY = genlType(1);
/** Changes a phy. */
export const NL80211_CMD_SET_WIPHY = genlType(2);
/** Reports a phy. */
export const NL80211_CMD_NEW_WIPHY = genlType(3);
/** Reports that a phy is gone. */
export const NL80211_CMD_DEL_WIPHY = genlType(4);
/** Requests interfaces. */
export const NL80211_CMD_GET_INTERFACE = genlType(5);
/** Changes an interface. */
export const NL80211_CMD_SET_INTERFACE = genlType(6);
/** Creates an interface, or reports one. */
export const NL80211_CMD_NEW_INTERFACE = genlType(7);
/** Removes an interface, or reports that. */
export const NL80211_CMD_DEL_INTERFACE = genlType(8);
/** Requests stations. */
export const NL80211_CMD_GET_STATION = genlType(17);
/** Changes a station. */
export const NL80211_CMD_SET_STATION = genlType(18);
/** Adds a station, or reports one. */
export const NL80211_CMD_NEW_STATION = genlType(19);
/** Removes a station, or reports that. */
export const NL80211_CMD_DEL_STATION = genlType(20);
/** Requests paths of a mesh. */
export const NL80211_CMD_GET_MPATH = genlType(21);
/** Changes a path of a mesh. */
export const NL80211_CMD_SET_MPATH = genlType(22);
/** Adds a path of a mesh, or reports one. */
export const NL80211_CMD_NEW_MPATH = genlType(23);
/** Removes a path of a mesh. */
export const NL80211_CMD_DEL_MPATH = genlType(24);
/** Suggests a regulatory domain. */
export const NL80211_CMD_REQ_SET_REG = genlType(27);
/** Requests regulatory domains. */
export const NL80211_CMD_GET_REG = genlType(31);
/** Requests the networks that were found. */
export const NL80211_CMD_GET_SCAN = genlType(32);
/** Begins a scan, or reports that. */
export const NL80211_CMD_TRIGGER_SCAN = genlType(33);
/** Reports the end of a scan, or a network that was found. */
export const NL80211_CMD_NEW_SCAN_RESULTS = genlType(34);
/** Reports that a scan was aborted. */
export const NL80211_CMD_SCAN_ABORTED = genlType(35);
/** Reports a change of the regulatory domain. */
export const NL80211_CMD_REG_CHANGE = genlType(36);
/** Connects to a network, or reports that. */
export const NL80211_CMD_CONNECT = genlType(46);
/** Ends a connection, or reports that. */
export const NL80211_CMD_DISCONNECT = genlType(48);
/** Moves a phy to another network namespace. */
export const NL80211_CMD_SET_WIPHY_NETNS = genlType(49);
/** Requests the use of channels. */
export const NL80211_CMD_GET_SURVEY = genlType(50);
/** Reports the use of a channel. */
export const NL80211_CMD_NEW_SURVEY_RESULTS = genlType(51);
/** Sets power saving. */
export const NL80211_CMD_SET_POWER_SAVE = genlType(61);
/** Requests power saving. */
export const NL80211_CMD_GET_POWER_SAVE = genlType(62);
/** Aborts a scan; since 4.5. */
export const NL80211_CMD_ABORT_SCAN = genlType(114);
