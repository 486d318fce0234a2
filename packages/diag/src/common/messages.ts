//  Message types of NETLINK_SOCK_DIAG (linux/sock_diag.h).

/** Requests sockets, and reports one. */
export const SOCK_DIAG_BY_FAMILY = 20;
/** Destroys a socket; since 4.5. */
export const SOCK_DESTROY = 21;
