//  Messages of packet logging (linux/netfilter/nfnetlink_log.h).

import { NFNL_SUBSYS_ULOG, nfnlType } from "../common/subsystem.js";

/** Carries a logged packet. */
export const NFULNL_MSG_PACKET = nfnlType(NFNL_SUBSYS_ULOG, 0);
/** Binds a group and configures it. */
export const NFULNL_MSG_CONFIG = nfnlType(NFNL_SUBSYS_ULOG, 1);
