//  Messages of NETLINK_XFRM (linux/xfrm.h).

/** Creates a state, or reports one. */
export const XFRM_MSG_NEWSA = 16;
/** Removes a state, or reports that. */
export const XFRM_MSG_DELSA = 17;
/** Requests states. */
export const XFRM_MSG_GETSA = 18;
/** Creates a policy, or reports one. */
export const XFRM_MSG_NEWPOLICY = 19;
/** Removes a policy, or reports that. */
export const XFRM_MSG_DELPOLICY = 20;
/** Requests policies. */
export const XFRM_MSG_GETPOLICY = 21;
/** Allocates an SPI. */
export const XFRM_MSG_ALLOCSPI = 22;
/** Reports that a policy needs a state that does not exist. */
export const XFRM_MSG_ACQUIRE = 23;
/** Expires a state, or reports that. */
export const XFRM_MSG_EXPIRE = 24;
/** Creates or replaces a policy, or reports that. */
export const XFRM_MSG_UPDPOLICY = 25;
/** Changes a state, or reports that. */
export const XFRM_MSG_UPDSA = 26;
/** Expires a policy, or reports that. */
export const XFRM_MSG_POLEXPIRE = 27;
/** Removes all states of a protocol, or reports that. */
export const XFRM_MSG_FLUSHSA = 28;
/** Removes all policies of a type, or reports that. */
export const XFRM_MSG_FLUSHPOLICY = 29;
/** Sets counters and thresholds of a state, or reports them. */
export const XFRM_MSG_NEWAE = 30;
/** Requests counters and thresholds of a state. */
export const XFRM_MSG_GETAE = 31;
/** Reports a packet that violated a policy. */
export const XFRM_MSG_REPORT = 32;
/** Moves a policy and its states to other addresses, or reports that. */
export const XFRM_MSG_MIGRATE = 33;
/** Reports facts about the table of states. */
export const XFRM_MSG_NEWSADINFO = 34;
/** Requests facts about the table of states. */
export const XFRM_MSG_GETSADINFO = 35;
/** Sets thresholds of the table of policies, or reports facts about it. */
export const XFRM_MSG_NEWSPDINFO = 36;
/** Requests facts about the table of policies. */
export const XFRM_MSG_GETSPDINFO = 37;
/** Reports that a peer behind a NAT has another address or port. */
export const XFRM_MSG_MAPPING = 38;
/** Sets what happens to packets without a policy; since 5.15. */
export const XFRM_MSG_SETDEFAULT = 39;
/** Requests or reports what happens to packets without a policy; since 5.15. */
export const XFRM_MSG_GETDEFAULT = 40;
/** Moves one state to other addresses, or reports that; since 7.2. */
export const XFRM_MSG_MIGRATE_STATE = 41;
