/** `NETLINK_AUDIT`. */
export const NETLINK_AUDIT = 9;
