//  Multicast groups of NETLINK_ROUTE (linux/rtnetlink.h): a socket that joins one receives the notifications of its objects.

/** Links. */
export const RTNLGRP_LINK = 1;
/** Not used by current kernels. */
export const RTNLGRP_NOTIFY = 2;
/** Neighbours and forwarding tables. */
export const RTNLGRP_NEIGH = 3;
/** Qdiscs, classes, filters, chains and actions. */
export const RTNLGRP_TC = 4;
/** IPv4 addresses. */
export const RTNLGRP_IPV4_IFADDR = 5;
/** IPv4 multicast routes. */
export const RTNLGRP_IPV4_MROUTE = 6;
/** IPv4 routes. */
export const RTNLGRP_IPV4_ROUTE = 7;
/** IPv4 rules. */
export const RTNLGRP_IPV4_RULE = 8;
/** IPv6 addresses. */
export const RTNLGRP_IPV6_IFADDR = 9;
/** IPv6 multicast routes. */
export const RTNLGRP_IPV6_MROUTE = 10;
/** IPv6 routes. */
export const RTNLGRP_IPV6_ROUTE = 11;
/** IPv6 settings of links. */
export const RTNLGRP_IPV6_IFINFO = 12;
/** Prefixes that routers announce. */
export const RTNLGRP_IPV6_PREFIX = 18;
/** IPv6 rules. */
export const RTNLGRP_IPV6_RULE = 19;
/** Options of neighbour discovery for user space. */
export const RTNLGRP_ND_USEROPT = 20;
/** Phonet addresses. */
export const RTNLGRP_PHONET_IFADDR = 21;
/** Phonet routes. */
export const RTNLGRP_PHONET_ROUTE = 22;
/** Data centre bridging. */
export const RTNLGRP_DCB = 23;
/** IPv4 settings of links. */
export const RTNLGRP_IPV4_NETCONF = 24;
/** IPv6 settings of links. */
export const RTNLGRP_IPV6_NETCONF = 25;
/** Multicast databases of bridges. */
export const RTNLGRP_MDB = 26;
/** MPLS routes. */
export const RTNLGRP_MPLS_ROUTE = 27;
/** Ids of network namespaces. */
export const RTNLGRP_NSID = 28;
/** MPLS settings of links. */
export const RTNLGRP_MPLS_NETCONF = 29;
/** IPv4 multicast packets without a route; needs `CAP_NET_ADMIN`. */
export const RTNLGRP_IPV4_MROUTE_R = 30;
/** IPv6 multicast packets without a route; needs `CAP_NET_ADMIN`. */
export const RTNLGRP_IPV6_MROUTE_R = 31;
/** Nexthop objects and their buckets. */
export const RTNLGRP_NEXTHOP = 32;
/** VLANs of bridges. */
export const RTNLGRP_BRVLAN = 33;
/** MCTP addresses. */
export const RTNLGRP_MCTP_IFADDR = 34;
/** VNI filters of vxlan devices. */
export const RTNLGRP_TUNNEL = 35;
/** Statistics of links that hardware counts. */
export const RTNLGRP_STATS = 36;
/** IPv4 multicast addresses of links; since 6.15. */
export const RTNLGRP_IPV4_MCADDR = 37;
/** IPv6 multicast addresses of links; since 6.15. */
export const RTNLGRP_IPV6_MCADDR = 38;
/** IPv6 anycast addresses of links; since 6.17. */
export const RTNLGRP_IPV6_ACADDR = 39;
