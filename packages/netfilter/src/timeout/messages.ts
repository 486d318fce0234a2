//  Messages of timeout policies (linux/netfilter/nfnetlink_cttimeout.h).

import { NFNL_SUBSYS_CTNETLINK_TIMEOUT, nfnlType } from "../common/subsystem.js";

/** Creates or replaces a timeout policy, or reports one. */
export const IPCTNL_MSG_TIMEOUT_NEW = nfnlType(NFNL_SUBSYS_CTNETLINK_TIMEOUT, 0);
/** Requests timeout policies. */
export const IPCTNL_MSG_TIMEOUT_GET = nfnlType(NFNL_SUBSYS_CTNETLINK_TIMEOUT, 1);
/** Removes a timeout policy, or without a name all that nothing uses. */
export const IPCTNL_MSG_TIMEOUT_DELETE = nfnlType(NFNL_SUBSYS_CTNETLINK_TIMEOUT, 2);
/** Sets the timeouts that connections of a protocol have without a policy, or reports them. */
export const IPCTNL_MSG_TIMEOUT_DEFAULT_SET = nfnlType(NFNL_SUBSYS_CTNETLINK_TIMEOUT, 3);
/** Requests the timeouts that connections of a protocol have without a policy. */
export const IPCTNL_MSG_TIMEOUT_DEFAULT_GET = nfnlType(NFNL_SUBSYS_CTNETLINK_TIMEOUT, 4);
