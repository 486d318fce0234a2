//  Subsystems of NETLINK_NETFILTER (linux/netfilter/nfnetlink.h). The type of a message is the subsystem and, in its low
//  byte, the message of that subsystem.

/** Connection tracking. */
export const NFNL_SUBSYS_CTNETLINK = 1;
/** Expectations of connection tracking. */
export const NFNL_SUBSYS_CTNETLINK_EXP = 2;
/** Packets queued to user space. */
export const NFNL_SUBSYS_QUEUE = 3;
/** Packets logged to user space. */
export const NFNL_SUBSYS_ULOG = 4;
/** Passive fingerprints of operating systems. */
export const NFNL_SUBSYS_OSF = 5;
/** IP sets. */
export const NFNL_SUBSYS_IPSET = 6;
/** Accounting. */
export const NFNL_SUBSYS_ACCT = 7;
/** Timeout policies of connection tracking. */
export const NFNL_SUBSYS_CTNETLINK_TIMEOUT = 8;
/** Helpers of connection tracking in user space. */
export const NFNL_SUBSYS_CTHELPER = 9;
/** nftables. */
export const NFNL_SUBSYS_NFTABLES = 10;
/** Revisions of xtables matches and targets. */
export const NFNL_SUBSYS_NFT_COMPAT = 11;
/** Functions registered at hooks. */
export const NFNL_SUBSYS_HOOK = 12;

/** Returns the type of a message of a subsystem. */
export function nfnlType(subsystem: number, message: number): number {
  return (subsystem << 8) | message;
}
