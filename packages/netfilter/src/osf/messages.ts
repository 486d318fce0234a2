//  Messages of fingerprints (linux/netfilter/nfnetlink_osf.h).

import { NFNL_SUBSYS_OSF, nfnlType } from "../common/subsystem.js";

/** Adds a fingerprint. */
export const OSF_MSG_ADD = nfnlType(NFNL_SUBSYS_OSF, 0);
/** Removes a fingerprint. */
export const OSF_MSG_REMOVE = nfnlType(NFNL_SUBSYS_OSF, 1);
