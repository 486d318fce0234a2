/** `NETLINK_RDMA`. */
export const NETLINK_RDMA = 20;

/** The client that speaks for devices; the others ask daemons for addresses and port mappings. */
export const RDMA_NL_NLDEV = 5;

/** Reports changes of devices; since 6.12. */
export const RDMA_NL_GROUP_NOTIFY = 4;
