/** `NETLINK_CONNECTOR`. */
export const NETLINK_CONNECTOR = 11;

/** Index of process events among the users of the connector, and their group. */
export const CN_IDX_PROC = 1;
/** Second part of the identity of process events. */
export const CN_VAL_PROC = 1;
