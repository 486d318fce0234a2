/** `NETLINK_SELINUX`. */
export const NETLINK_SELINUX = 7;
