//  Commands of devlink (linux/devlink.h); requests and replies are counted together.

import { genlType } from "../family/genlmsghdr.js";

/** Requests instances. */
export const DEVLINK_CMD_GET = genlType(1);
/** Reports an instance. */
export const DEVLINK_CMD_NEW = genlType(3);
/** Reports an instance that is gone. */
export const DEVLINK_CMD_DEL = genlType(4);
/** Requests ports. */
export const DEVLINK_CMD_PORT_GET = genlType(5);
/** Changes a port. */
export const DEVLINK_CMD_PORT_SET = genlType(6);
/** Creates a port, or reports one. */
export const DEVLINK_CMD_PORT_NEW = genlType(7);
/** Removes a port, or reports that. */
export const DEVLINK_CMD_PORT_DEL = genlType(8);
/** Splits a port. */
export const DEVLINK_CMD_PORT_SPLIT = genlType(9);
/** Undoes the split of a port. */
export const DEVLINK_CMD_PORT_UNSPLIT = genlType(10);
/** Requests shared buffers. */
export const DEVLINK_CMD_SB_GET = genlType(11);
/** Reports a shared buffer. */
export const DEVLINK_CMD_SB_NEW = genlType(13);
/** Requests pools of shared buffers. */
export const DEVLINK_CMD_SB_POOL_GET = genlType(15);
/** Changes a pool of a shared buffer. */
export const DEVLINK_CMD_SB_POOL_SET = genlType(16);
/** Reports a pool of a shared buffer. */
export const DEVLINK_CMD_SB_POOL_NEW = genlType(17);
/** Requests the thresholds of ports in pools. */
export const DEVLINK_CMD_SB_PORT_POOL_GET = genlType(19);
/** Changes the threshold of a port in a pool. */
export const DEVLINK_CMD_SB_PORT_POOL_SET = genlType(20);
/** Reports the threshold of a port in a pool. */
export const DEVLINK_CMD_SB_PORT_POOL_NEW = genlType(21);
/** Requests the pools of traffic classes. */
export const DEVLINK_CMD_SB_TC_POOL_BIND_GET = genlType(23);
/** Changes the pool of a traffic class. */
export const DEVLINK_CMD_SB_TC_POOL_BIND_SET = genlType(24);
/** Reports the pool of a traffic class. */
export const DEVLINK_CMD_SB_TC_POOL_BIND_NEW = genlType(25);
/** Has the device take down how full its shared buffer is. */
export const DEVLINK_CMD_SB_OCC_SNAPSHOT = genlType(27);
/** Resets the maximum that a shared buffer was filled. */
export const DEVLINK_CMD_SB_OCC_MAX_CLEAR = genlType(28);
/** Requests the modes of the embedded switch. */
export const DEVLINK_CMD_ESWITCH_GET = genlType(29);
/** Changes the modes of the embedded switch. */
export const DEVLINK_CMD_ESWITCH_SET = genlType(30);
/** Requests tables of the pipeline. */
export const DEVLINK_CMD_DPIPE_TABLE_GET = genlType(31);
/** Requests the entries of a table of the pipeline. */
export const DEVLINK_CMD_DPIPE_ENTRIES_GET = genlType(32);
/** Requests the headers that the pipeline knows. */
export const DEVLINK_CMD_DPIPE_HEADERS_GET = genlType(33);
/** Turns the counters of a table on or off. */
export const DEVLINK_CMD_DPIPE_TABLE_COUNTERS_SET = genlType(34);
/** Changes the size of a resource. */
export const DEVLINK_CMD_RESOURCE_SET = genlType(35);
/** Requests resources. */
export const DEVLINK_CMD_RESOURCE_DUMP = genlType(36);
/** Reloads the driver or the firmware. */
export const DEVLINK_CMD_RELOAD = genlType(37);
/** Requests parameters. */
export const DEVLINK_CMD_PARAM_GET = genlType(38);
/** Changes a parameter. */
export const DEVLINK_CMD_PARAM_SET = genlType(39);
/** Reports a parameter. */
export const DEVLINK_CMD_PARAM_NEW = genlType(40);
/** Reports a parameter that is gone. */
export const DEVLINK_CMD_PARAM_DEL = genlType(41);
/** Requests regions. */
export const DEVLINK_CMD_REGION_GET = genlType(42);
/** Takes a snapshot, or reports a region or a snapshot. */
export const DEVLINK_CMD_REGION_NEW = genlType(44);
/** Removes a snapshot, or reports a region or a snapshot that is gone. */
export const DEVLINK_CMD_REGION_DEL = genlType(45);
/** Requests the contents of a region. */
export const DEVLINK_CMD_REGION_READ = genlType(46);
/** Requests serial numbers and versions. */
export const DEVLINK_CMD_INFO_GET = genlType(51);
/** Requests health reporters. */
export const DEVLINK_CMD_HEALTH_REPORTER_GET = genlType(52);
/** Changes a health reporter. */
export const DEVLINK_CMD_HEALTH_REPORTER_SET = genlType(53);
/** Has a health reporter recover, or reports a change of its state. */
export const DEVLINK_CMD_HEALTH_REPORTER_RECOVER = genlType(54);
/** Requests a diagnosis. */
export const DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE = genlType(55);
/** Requests the dump of a health reporter. */
export const DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET = genlType(56);
/** Removes the dump of a health reporter. */
export const DEVLINK_CMD_HEALTH_REPORTER_DUMP_CLEAR = genlType(57);
/** Writes firmware, or reports that this begins. */
export const DEVLINK_CMD_FLASH_UPDATE = genlType(58);
/** Reports that no more firmware is written. */
export const DEVLINK_CMD_FLASH_UPDATE_END = genlType(59);
/** Reports how far the writing of firmware is. */
export const DEVLINK_CMD_FLASH_UPDATE_STATUS = genlType(60);
/** Requests traps. */
export const DEVLINK_CMD_TRAP_GET = genlType(61);
/** Changes a trap. */
export const DEVLINK_CMD_TRAP_SET = genlType(62);
/** Reports a trap. */
export const DEVLINK_CMD_TRAP_NEW = genlType(63);
/** Reports a trap that is gone. */
export const DEVLINK_CMD_TRAP_DEL = genlType(64);
/** Requests groups of traps. */
export const DEVLINK_CMD_TRAP_GROUP_GET = genlType(65);
/** Changes a group of traps. */
export const DEVLINK_CMD_TRAP_GROUP_SET = genlType(66);
/** Reports a group of traps. */
export const DEVLINK_CMD_TRAP_GROUP_NEW = genlType(67);
/** Reports a group of traps that is gone. */
export const DEVLINK_CMD_TRAP_GROUP_DEL = genlType(68);
/** Requests policers of traps. */
export const DEVLINK_CMD_TRAP_POLICER_GET = genlType(69);
/** Changes a policer of traps. */
export const DEVLINK_CMD_TRAP_POLICER_SET = genlType(70);
/** Reports a policer of traps. */
export const DEVLINK_CMD_TRAP_POLICER_NEW = genlType(71);
/** Reports a policer of traps that is gone. */
export const DEVLINK_CMD_TRAP_POLICER_DEL = genlType(72);
/** Has a health reporter report an error, as a test. */
export const DEVLINK_CMD_HEALTH_REPORTER_TEST = genlType(73);
/** Requests rate objects. */
export const DEVLINK_CMD_RATE_GET = genlType(74);
/** Changes a rate object. */
export const DEVLINK_CMD_RATE_SET = genlType(75);
/** Creates a node of rates, or reports a rate object. */
export const DEVLINK_CMD_RATE_NEW = genlType(76);
/** Removes a node of rates, or reports a rate object that is gone. */
export const DEVLINK_CMD_RATE_DEL = genlType(77);
/** Requests line cards. */
export const DEVLINK_CMD_LINECARD_GET = genlType(78);
/** Provisions a line card. */
export const DEVLINK_CMD_LINECARD_SET = genlType(79);
/** Reports a line card. */
export const DEVLINK_CMD_LINECARD_NEW = genlType(80);
/** Reports a line card that is gone. */
export const DEVLINK_CMD_LINECARD_DEL = genlType(81);
/** Requests the self-tests that a device has. */
export const DEVLINK_CMD_SELFTESTS_GET = genlType(82);
/** Runs self-tests. */
export const DEVLINK_CMD_SELFTESTS_RUN = genlType(83);
/** Limits the notifications of a socket. */
export const DEVLINK_CMD_NOTIFY_FILTER_SET = genlType(84);
