//  Commands of MACsec (linux/if_macsec.h).

import { genlType } from "../family/genlmsghdr.js";

/** Requests devices, or reports one. */
export const MACSEC_CMD_GET_TXSC = genlType(0);
/** Adds a receive channel. */
export const MACSEC_CMD_ADD_RXSC = genlType(1);
/** Removes a receive channel. */
export const MACSEC_CMD_DEL_RXSC = genlType(2);
/** Changes a receive channel. */
export const MACSEC_CMD_UPD_RXSC = genlType(3);
/** Adds an association to send by. */
export const MACSEC_CMD_ADD_TXSA = genlType(4);
/** Removes an association to send by. */
export const MACSEC_CMD_DEL_TXSA = genlType(5);
/** Changes an association to send by. */
export const MACSEC_CMD_UPD_TXSA = genlType(6);
/** Adds an association to receive by. */
export const MACSEC_CMD_ADD_RXSA = genlType(7);
/** Removes an association to receive by. */
export const MACSEC_CMD_DEL_RXSA = genlType(8);
/** Changes an association to receive by. */
export const MACSEC_CMD_UPD_RXSA = genlType(9);
/** Moves the work to the hardware or back; since 5.7. */
export const MACSEC_CMD_UPD_OFFLOAD = genlType(10);
