//  Messages of packet queueing (linux/netfilter/nfnetlink_queue.h).

import { NFNL_SUBSYS_QUEUE, nfnlType } from "../common/subsystem.js";

/** Carries a queued packet. */
export const NFQNL_MSG_PACKET = nfnlType(NFNL_SUBSYS_QUEUE, 0);
/** Judges a packet. */
export const NFQNL_MSG_VERDICT = nfnlType(NFNL_SUBSYS_QUEUE, 1);
/** Binds a queue and configures it. */
export const NFQNL_MSG_CONFIG = nfnlType(NFNL_SUBSYS_QUEUE, 2);
/** Judges a packet and all before it. */
export const NFQNL_MSG_VERDICT_BATCH = nfnlType(NFNL_SUBSYS_QUEUE, 3);
