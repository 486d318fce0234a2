//  Messages of accounting (linux/netfilter/nfnetlink_acct.h).

import { NFNL_SUBSYS_ACCT, nfnlType } from "../common/subsystem.js";

/** Creates an accounting object, or reports one. */
export const NFNL_MSG_ACCT_NEW = nfnlType(NFNL_SUBSYS_ACCT, 0);
/** Requests accounting objects. */
export const NFNL_MSG_ACCT_GET = nfnlType(NFNL_SUBSYS_ACCT, 1);
/** Requests accounting objects and sets their counters to 0. */
export const NFNL_MSG_ACCT_GET_CTRZERO = nfnlType(NFNL_SUBSYS_ACCT, 2);
/** Removes an accounting object, or without a name all that nothing uses. */
export const NFNL_MSG_ACCT_DEL = nfnlType(NFNL_SUBSYS_ACCT, 3);
/** Reports that a quota was met. */
export const NFNL_MSG_ACCT_OVERQUOTA = nfnlType(NFNL_SUBSYS_ACCT, 4);
