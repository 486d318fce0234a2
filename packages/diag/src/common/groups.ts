//  Multicast groups of NETLINK_SOCK_DIAG (linux/sock_diag.h). Anyone may join one; since 4.2.

/** TCP sockets of IPv4 that were destroyed. */
export const SKNLGRP_INET_TCP_DESTROY = 1;
/** UDP sockets of IPv4 that were destroyed. */
export const SKNLGRP_INET_UDP_DESTROY = 2;
/** TCP sockets of IPv6 that were destroyed. */
export const SKNLGRP_INET6_TCP_DESTROY = 3;
/** UDP sockets of IPv6 that were destroyed. */
export const SKNLGRP_INET6_UDP_DESTROY = 4;
