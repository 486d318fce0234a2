//  Commands of OpenVPN (linux/ovpn.h).

import { genlType } from "../family/genlmsghdr.js";

/** Adds a peer. */
export const OVPN_CMD_PEER_NEW = genlType(1);
/** Changes a peer. */
export const OVPN_CMD_PEER_SET = genlType(2);
/** Requests peers, or reports one. */
export const OVPN_CMD_PEER_GET = genlType(3);
/** Removes a peer. */
export const OVPN_CMD_PEER_DEL = genlType(4);
/** Reports that a peer was removed. */
export const OVPN_CMD_PEER_DEL_NTF = genlType(5);
/** Sets a key of a peer. */
export const OVPN_CMD_KEY_NEW = genlType(6);
/** Requests facts about a key. */
export const OVPN_CMD_KEY_GET = genlType(7);
/** Exchanges the keys of a peer. */
export const OVPN_CMD_KEY_SWAP = genlType(8);
/** Reports that a key is used up, so that the keys should be exchanged. */
export const OVPN_CMD_KEY_SWAP_NTF = genlType(9);
/** Removes a key of a peer. */
export const OVPN_CMD_KEY_DEL = genlType(10);
/** Reports that a peer has another address; since 7.0. */
export const OVPN_CMD_PEER_FLOAT_NTF = genlType(11);
