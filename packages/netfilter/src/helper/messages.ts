//  Messages of helpers in user space (linux/netfilter/nfnetlink_cthelper.h).

import { NFNL_SUBSYS_CTHELPER, nfnlType } from "../common/subsystem.js";

/** Creates or changes a helper, or reports one. */
export const NFNL_MSG_CTHELPER_NEW = nfnlType(NFNL_SUBSYS_CTHELPER, 0);
/** Requests helpers. */
export const NFNL_MSG_CTHELPER_GET = nfnlType(NFNL_SUBSYS_CTHELPER, 1);
/** Removes a helper, or without a name all that match. */
export const NFNL_MSG_CTHELPER_DEL = nfnlType(NFNL_SUBSYS_CTHELPER, 2);
