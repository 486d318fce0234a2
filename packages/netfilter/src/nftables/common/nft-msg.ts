//  Messages of nftables (linux/netfilter/nf_tables.h), whose type on the wire has the subsystem in its high byte.

import { NFNL_SUBSYS_NFTABLES, nfnlType } from "../../common/subsystem.js";

const nft = (message: number): number => nfnlType(NFNL_SUBSYS_NFTABLES, message);

/** Creates or updates a table. */
export const NFT_MSG_NEWTABLE = nft(0);
/** Reads tables. */
export const NFT_MSG_GETTABLE = nft(1);
/** Removes a table and all in it. */
export const NFT_MSG_DELTABLE = nft(2);
/** Creates or updates a chain. */
export const NFT_MSG_NEWCHAIN = nft(3);
/** Reads chains. */
export const NFT_MSG_GETCHAIN = nft(4);
/** Removes a chain. */
export const NFT_MSG_DELCHAIN = nft(5);
/** Creates or replaces a rule. */
export const NFT_MSG_NEWRULE = nft(6);
/** Reads rules. */
export const NFT_MSG_GETRULE = nft(7);
/** Removes a rule, or all of a chain. */
export const NFT_MSG_DELRULE = nft(8);
/** Creates or updates a set. */
export const NFT_MSG_NEWSET = nft(9);
/** Reads sets. */
export const NFT_MSG_GETSET = nft(10);
/** Removes a set. */
export const NFT_MSG_DELSET = nft(11);
/** Adds elements to a set. */
export const NFT_MSG_NEWSETELEM = nft(12);
/** Reads elements of a set. */
export const NFT_MSG_GETSETELEM = nft(13);
/** Removes elements of a set, or all. */
export const NFT_MSG_DELSETELEM = nft(14);
/** Announces a new generation of the ruleset. */
export const NFT_MSG_NEWGEN = nft(15);
/** Reads the generation of the ruleset. */
export const NFT_MSG_GETGEN = nft(16);
/** Reports a traced packet. */
export const NFT_MSG_TRACE = nft(17);
/** Creates or updates a stateful object. */
export const NFT_MSG_NEWOBJ = nft(18);
/** Reads stateful objects. */
export const NFT_MSG_GETOBJ = nft(19);
/** Removes a stateful object. */
export const NFT_MSG_DELOBJ = nft(20);
/** Reads stateful objects and resets them. */
export const NFT_MSG_GETOBJ_RESET = nft(21);
/** Creates or updates a flowtable. */
export const NFT_MSG_NEWFLOWTABLE = nft(22);
/** Reads flowtables. */
export const NFT_MSG_GETFLOWTABLE = nft(23);
/** Removes a flowtable, or devices of it. */
export const NFT_MSG_DELFLOWTABLE = nft(24);
/** Reads rules and resets their counters and quotas; since 6.2. */
export const NFT_MSG_GETRULE_RESET = nft(25);
/** Removes a table if it exists; since 6.3, as all `DESTROY` messages. */
export const NFT_MSG_DESTROYTABLE = nft(26);
/** Removes a chain if it exists. */
export const NFT_MSG_DESTROYCHAIN = nft(27);
/** Removes a rule if it exists. */
export const NFT_MSG_DESTROYRULE = nft(28);
/** Removes a set if it exists. */
export const NFT_MSG_DESTROYSET = nft(29);
/** Removes elements if they exist. */
export const NFT_MSG_DESTROYSETELEM = nft(30);
/** Removes a stateful object if it exists. */
export const NFT_MSG_DESTROYOBJ = nft(31);
/** Removes a flowtable if it exists. */
export const NFT_MSG_DESTROYFLOWTABLE = nft(32);
/** Reads elements and resets their counters and quotas; since 6.5. */
export const NFT_MSG_GETSETELEM_RESET = nft(33);
