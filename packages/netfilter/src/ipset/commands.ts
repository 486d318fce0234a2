import { NFNL_SUBSYS_IPSET, nfnlType } from "../common/subsystem.js";

//  Messages of ipset (linux/netfilter/ipset/ip_set.h).

/** Asks for the versions of the protocol. */
export const IPSET_CMD_PROTOCOL = nfnlType(NFNL_SUBSYS_IPSET, 1);
/** Creates a set. */
export const IPSET_CMD_CREATE = nfnlType(NFNL_SUBSYS_IPSET, 2);
/** Removes a set, or all. */
export const IPSET_CMD_DESTROY = nfnlType(NFNL_SUBSYS_IPSET, 3);
/** Removes the elements of a set, or of all. */
export const IPSET_CMD_FLUSH = nfnlType(NFNL_SUBSYS_IPSET, 4);
/** Renames a set. */
export const IPSET_CMD_RENAME = nfnlType(NFNL_SUBSYS_IPSET, 5);
/** Exchanges two sets. */
export const IPSET_CMD_SWAP = nfnlType(NFNL_SUBSYS_IPSET, 6);
/** Lists sets. */
export const IPSET_CMD_LIST = nfnlType(NFNL_SUBSYS_IPSET, 7);
/** Adds elements. */
export const IPSET_CMD_ADD = nfnlType(NFNL_SUBSYS_IPSET, 9);
/** Deletes elements. */
export const IPSET_CMD_DEL = nfnlType(NFNL_SUBSYS_IPSET, 10);
/** Tests an element. */
export const IPSET_CMD_TEST = nfnlType(NFNL_SUBSYS_IPSET, 11);
/** Asks for the revisions of a type. */
export const IPSET_CMD_TYPE = nfnlType(NFNL_SUBSYS_IPSET, 13);
/** Asks for the index of a set. */
export const IPSET_CMD_GET_BYNAME = nfnlType(NFNL_SUBSYS_IPSET, 14);
/** Asks for the name of a set. */
export const IPSET_CMD_GET_BYINDEX = nfnlType(NFNL_SUBSYS_IPSET, 15);
