//  Requests (enum ethtool_message_types in linux/ethtool_netlink_generated.h). Requests and what the kernel sends are counted apart.

import { genlType } from "../../family/genlmsghdr.js";

/** Requests string sets. */
export const ETHTOOL_MSG_STRSET_GET = genlType(1);
/** Requests ports and transceivers. */
export const ETHTOOL_MSG_LINKINFO_GET = genlType(2);
/** Changes ports and transceivers. */
export const ETHTOOL_MSG_LINKINFO_SET = genlType(3);
/** Requests speed, duplex and link modes. */
export const ETHTOOL_MSG_LINKMODES_GET = genlType(4);
/** Changes speed, duplex and link modes. */
export const ETHTOOL_MSG_LINKMODES_SET = genlType(5);
/** Requests the state of connections. */
export const ETHTOOL_MSG_LINKSTATE_GET = genlType(6);
/** Requests classes of messages that drivers log. */
export const ETHTOOL_MSG_DEBUG_GET = genlType(7);
/** Changes classes of messages that drivers log. */
export const ETHTOOL_MSG_DEBUG_SET = genlType(8);
/** Requests Wake-on-LAN. */
export const ETHTOOL_MSG_WOL_GET = genlType(9);
/** Changes Wake-on-LAN. */
export const ETHTOOL_MSG_WOL_SET = genlType(10);
/** Requests features (offloads). */
export const ETHTOOL_MSG_FEATURES_GET = genlType(11);
/** Changes features (offloads). */
export const ETHTOOL_MSG_FEATURES_SET = genlType(12);
/** Requests private flags. */
export const ETHTOOL_MSG_PRIVFLAGS_GET = genlType(13);
/** Changes private flags. */
export const ETHTOOL_MSG_PRIVFLAGS_SET = genlType(14);
/** Requests sizes of rings. */
export const ETHTOOL_MSG_RINGS_GET = genlType(15);
/** Changes sizes of rings. */
export const ETHTOOL_MSG_RINGS_SET = genlType(16);
/** Requests numbers of channels. */
export const ETHTOOL_MSG_CHANNELS_GET = genlType(17);
/** Changes numbers of channels. */
export const ETHTOOL_MSG_CHANNELS_SET = genlType(18);
/** Requests coalescing of interrupts. */
export const ETHTOOL_MSG_COALESCE_GET = genlType(19);
/** Changes coalescing of interrupts. */
export const ETHTOOL_MSG_COALESCE_SET = genlType(20);
/** Requests pause frames. */
export const ETHTOOL_MSG_PAUSE_GET = genlType(21);
/** Changes pause frames. */
export const ETHTOOL_MSG_PAUSE_SET = genlType(22);
/** Requests Energy Efficient Ethernet. */
export const ETHTOOL_MSG_EEE_GET = genlType(23);
/** Changes Energy Efficient Ethernet. */
export const ETHTOOL_MSG_EEE_SET = genlType(24);
/** Requests abilities to timestamp. */
export const ETHTOOL_MSG_TSINFO_GET = genlType(25);
/** Starts a cable test; since 5.8. */
export const ETHTOOL_MSG_CABLE_TEST_ACT = genlType(26);
/** Starts a cable test with raw data; since 5.8. */
export const ETHTOOL_MSG_CABLE_TEST_TDR_ACT = genlType(27);
/** Requests UDP ports of tunnels offloaded. */
export const ETHTOOL_MSG_TUNNEL_INFO_GET = genlType(28);
/** Requests forward error correction. */
export const ETHTOOL_MSG_FEC_GET = genlType(29);
/** Changes forward error correction. */
export const ETHTOOL_MSG_FEC_SET = genlType(30);
/** Requests memory of a module. */
export const ETHTOOL_MSG_MODULE_EEPROM_GET = genlType(31);
/** Requests standard statistics. */
export const ETHTOOL_MSG_STATS_GET = genlType(32);
/** Requests virtual clocks. */
export const ETHTOOL_MSG_PHC_VCLOCKS_GET = genlType(33);
/** Requests power of modules. */
export const ETHTOOL_MSG_MODULE_GET = genlType(34);
/** Changes power of modules. */
export const ETHTOOL_MSG_MODULE_SET = genlType(35);
/** Requests power sourcing. */
export const ETHTOOL_MSG_PSE_GET = genlType(36);
/** Changes power sourcing. */
export const ETHTOOL_MSG_PSE_SET = genlType(37);
/** Requests distribution over queues. */
export const ETHTOOL_MSG_RSS_GET = genlType(38);
/** Requests PLCA. */
export const ETHTOOL_MSG_PLCA_GET_CFG = genlType(39);
/** Changes PLCA. */
export const ETHTOOL_MSG_PLCA_SET_CFG = genlType(40);
/** Requests the state of PLCA. */
export const ETHTOOL_MSG_PLCA_GET_STATUS = genlType(41);
/** Requests MAC merging. */
export const ETHTOOL_MSG_MM_GET = genlType(42);
/** Changes MAC merging. */
export const ETHTOOL_MSG_MM_SET = genlType(43);
/** Flashes the firmware of a module; since 6.11. */
export const ETHTOOL_MSG_MODULE_FW_FLASH_ACT = genlType(44);
/** Requests PHYs. */
export const ETHTOOL_MSG_PHY_GET = genlType(45);
/** Requests hardware timestamps. */
export const ETHTOOL_MSG_TSCONFIG_GET = genlType(46);
/** Changes hardware timestamps. */
export const ETHTOOL_MSG_TSCONFIG_SET = genlType(47);
/** Changes distribution over queues. */
export const ETHTOOL_MSG_RSS_SET = genlType(48);
/** Creates an RSS context; since 6.17. */
export const ETHTOOL_MSG_RSS_CREATE_ACT = genlType(49);
/** Removes an RSS context; since 6.17. */
export const ETHTOOL_MSG_RSS_DELETE_ACT = genlType(50);
/** Requests mean square errors. */
export const ETHTOOL_MSG_MSE_GET = genlType(51);
