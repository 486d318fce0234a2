//  Replies and notifications (enum ethtool_message_types in linux/ethtool_netlink_generated.h). Requests and what the kernel sends are counted apart.

import { genlType } from "../../family/genlmsghdr.js";

/** Answers a request for string sets. */
export const ETHTOOL_MSG_STRSET_GET_REPLY = genlType(1);
/** Answers a request for ports and transceivers. */
export const ETHTOOL_MSG_LINKINFO_GET_REPLY = genlType(2);
/** Reports a change of ports and transceivers. */
export const ETHTOOL_MSG_LINKINFO_NTF = genlType(3);
/** Answers a request for speed, duplex and link modes. */
export const ETHTOOL_MSG_LINKMODES_GET_REPLY = genlType(4);
/** Reports a change of speed, duplex and link modes. */
export const ETHTOOL_MSG_LINKMODES_NTF = genlType(5);
/** Answers a request for the state of connections. */
export const ETHTOOL_MSG_LINKSTATE_GET_REPLY = genlType(6);
/** Answers a request for classes of messages that drivers log. */
export const ETHTOOL_MSG_DEBUG_GET_REPLY = genlType(7);
/** Reports a change of classes of messages that drivers log. */
export const ETHTOOL_MSG_DEBUG_NTF = genlType(8);
/** Answers a request for Wake-on-LAN. */
export const ETHTOOL_MSG_WOL_GET_REPLY = genlType(9);
/** Reports a change of Wake-on-LAN. */
export const ETHTOOL_MSG_WOL_NTF = genlType(10);
/** Answers a request for features (offloads). */
export const ETHTOOL_MSG_FEATURES_GET_REPLY = genlType(11);
/** Answers a change of features. */
export const ETHTOOL_MSG_FEATURES_SET_REPLY = genlType(12);
/** Reports a change of features (offloads). */
export const ETHTOOL_MSG_FEATURES_NTF = genlType(13);
/** Answers a request for private flags. */
export const ETHTOOL_MSG_PRIVFLAGS_GET_REPLY = genlType(14);
/** Reports a change of private flags. */
export const ETHTOOL_MSG_PRIVFLAGS_NTF = genlType(15);
/** Answers a request for sizes of rings. */
export const ETHTOOL_MSG_RINGS_GET_REPLY = genlType(16);
/** Reports a change of sizes of rings. */
export const ETHTOOL_MSG_RINGS_NTF = genlType(17);
/** Answers a request for numbers of channels. */
export const ETHTOOL_MSG_CHANNELS_GET_REPLY = genlType(18);
/** Reports a change of numbers of channels. */
export const ETHTOOL_MSG_CHANNELS_NTF = genlType(19);
/** Answers a request for coalescing of interrupts. */
export const ETHTOOL_MSG_COALESCE_GET_REPLY = genlType(20);
/** Reports a change of coalescing of interrupts. */
export const ETHTOOL_MSG_COALESCE_NTF = genlType(21);
/** Answers a request for pause frames. */
export const ETHTOOL_MSG_PAUSE_GET_REPLY = genlType(22);
/** Reports a change of pause frames. */
export const ETHTOOL_MSG_PAUSE_NTF = genlType(23);
/** Answers a request for Energy Efficient Ethernet. */
export const ETHTOOL_MSG_EEE_GET_REPLY = genlType(24);
/** Reports a change of Energy Efficient Ethernet. */
export const ETHTOOL_MSG_EEE_NTF = genlType(25);
/** Answers a request for abilities to timestamp. */
export const ETHTOOL_MSG_TSINFO_GET_REPLY = genlType(26);
/** Reports the progress of a cable test. */
export const ETHTOOL_MSG_CABLE_TEST_NTF = genlType(27);
/** Reports the progress of a cable test with raw data. */
export const ETHTOOL_MSG_CABLE_TEST_TDR_NTF = genlType(28);
/** Answers a request for UDP ports of tunnels offloaded. */
export const ETHTOOL_MSG_TUNNEL_INFO_GET_REPLY = genlType(29);
/** Answers a request for forward error correction. */
export const ETHTOOL_MSG_FEC_GET_REPLY = genlType(30);
/** Reports a change of forward error correction. */
export const ETHTOOL_MSG_FEC_NTF = genlType(31);
/** Answers a request for memory of a module. */
export const ETHTOOL_MSG_MODULE_EEPROM_GET_REPLY = genlType(32);
/** Answers a request for standard statistics. */
export const ETHTOOL_MSG_STATS_GET_REPLY = genlType(33);
/** Answers a request for virtual clocks. */
export const ETHTOOL_MSG_PHC_VCLOCKS_GET_REPLY = genlType(34);
/** Answers a request for power of modules. */
export const ETHTOOL_MSG_MODULE_GET_REPLY = genlType(35);
/** Reports a change of power of modules. */
export const ETHTOOL_MSG_MODULE_NTF = genlType(36);
/** Answers a request for power sourcing. */
export const ETHTOOL_MSG_PSE_GET_REPLY = genlType(37);
/** Answers a request for distribution over queues. */
export const ETHTOOL_MSG_RSS_GET_REPLY = genlType(38);
/** Answers a request for PLCA. */
export const ETHTOOL_MSG_PLCA_GET_CFG_REPLY = genlType(39);
/** Answers a request for the state of PLCA. */
export const ETHTOOL_MSG_PLCA_GET_STATUS_REPLY = genlType(40);
/** Reports a change of PLCA. */
export const ETHTOOL_MSG_PLCA_NTF = genlType(41);
/** Answers a request for MAC merging. */
export const ETHTOOL_MSG_MM_GET_REPLY = genlType(42);
/** Reports a change of MAC merging. */
export const ETHTOOL_MSG_MM_NTF = genlType(43);
/** Reports the progress of flashing, to who asked only. */
export const ETHTOOL_MSG_MODULE_FW_FLASH_NTF = genlType(44);
/** Answers a request for PHYs. */
export const ETHTOOL_MSG_PHY_GET_REPLY = genlType(45);
/** Reports a change of PHYs. */
export const ETHTOOL_MSG_PHY_NTF = genlType(46);
/** Answers a request for hardware timestamps. */
export const ETHTOOL_MSG_TSCONFIG_GET_REPLY = genlType(47);
/** Answers a change of hardware timestamps. */
export const ETHTOOL_MSG_TSCONFIG_SET_REPLY = genlType(48);
/** Reports events of power sourcing. */
export const ETHTOOL_MSG_PSE_NTF = genlType(49);
/** Reports a change of distribution over queues. */
export const ETHTOOL_MSG_RSS_NTF = genlType(50);
/** Answers {@link ETHTOOL_MSG_RSS_CREATE_ACT}. */
export const ETHTOOL_MSG_RSS_CREATE_ACT_REPLY = genlType(51);
/** Reports a new RSS context. */
export const ETHTOOL_MSG_RSS_CREATE_NTF = genlType(52);
/** Reports an RSS context that was removed. */
export const ETHTOOL_MSG_RSS_DELETE_NTF = genlType(53);
/** Answers a request for mean square errors. */
export const ETHTOOL_MSG_MSE_GET_REPLY = genlType(54);
