import { NFNL_SUBSYS_CTNETLINK, NFNL_SUBSYS_CTNETLINK_EXP, nfnlType } from "../common/subsystem.js";

//  Message types of connection tracking (linux/netfilter/nfnetlink_conntrack.h).

/** Creates or changes a connection, or reports that. */
export const IPCTNL_MSG_CT_NEW = nfnlType(NFNL_SUBSYS_CTNETLINK, 0);
/** Requests connections. */
export const IPCTNL_MSG_CT_GET = nfnlType(NFNL_SUBSYS_CTNETLINK, 1);
/** Deletes connections, or reports that one ended. */
export const IPCTNL_MSG_CT_DELETE = nfnlType(NFNL_SUBSYS_CTNETLINK, 2);
/** Requests connections, and zeroes their counters. */
export const IPCTNL_MSG_CT_GET_CTRZERO = nfnlType(NFNL_SUBSYS_CTNETLINK, 3);
/** Requests the statistics of each CPU. */
export const IPCTNL_MSG_CT_GET_STATS_CPU = nfnlType(NFNL_SUBSYS_CTNETLINK, 4);
/** Requests the number of connections. */
export const IPCTNL_MSG_CT_GET_STATS = nfnlType(NFNL_SUBSYS_CTNETLINK, 5);
/** Creates or changes an expectation, or reports that. */
export const IPCTNL_MSG_EXP_NEW = nfnlType(NFNL_SUBSYS_CTNETLINK_EXP, 0);
/** Requests expectations. */
export const IPCTNL_MSG_EXP_GET = nfnlType(NFNL_SUBSYS_CTNETLINK_EXP, 1);
/** Deletes expectations, or reports that one ended. */
export const IPCTNL_MSG_EXP_DELETE = nfnlType(NFNL_SUBSYS_CTNETLINK_EXP, 2);
/** Requests the statistics of expectations of each CPU. */
export const IPCTNL_MSG_EXP_GET_STATS_CPU = nfnlType(NFNL_SUBSYS_CTNETLINK_EXP, 3);
