//  Multicast groups of NETLINK_NETFILTER (linux/netfilter/nfnetlink.h). Joining one needs CAP_NET_ADMIN.

/** New connections. */
export const NFNLGRP_CONNTRACK_NEW = 1;
/** Changes of connections. */
export const NFNLGRP_CONNTRACK_UPDATE = 2;
/** Connections that ended. */
export const NFNLGRP_CONNTRACK_DESTROY = 3;
/** New expectations. */
export const NFNLGRP_CONNTRACK_EXP_NEW = 4;
/** Changes of expectations. */
export const NFNLGRP_CONNTRACK_EXP_UPDATE = 5;
/** Expectations that ended. */
export const NFNLGRP_CONNTRACK_EXP_DESTROY = 6;
/** Changes of nftables. */
export const NFNLGRP_NFTABLES = 7;
/** Quotas of accounting objects that were met. */
export const NFNLGRP_ACCT_QUOTA = 8;
/** Traced packets of nftables. */
export const NFNLGRP_NFTRACE = 9;
