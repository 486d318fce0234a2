//  Commands of dpll (linux/dpll.h); requests and replies are counted together.

import { genlType } from "../family/genlmsghdr.js";

/** Requests the id of a device. */
export const DPLL_CMD_DEVICE_ID_GET = genlType(1);
/** Requests devices. */
export const DPLL_CMD_DEVICE_GET = genlType(2);
/** Changes a device. */
export const DPLL_CMD_DEVICE_SET = genlType(3);
/** Reports a device that is new. */
export const DPLL_CMD_DEVICE_CREATE_NTF = genlType(4);
/** Reports a device that is gone. */
export const DPLL_CMD_DEVICE_DELETE_NTF = genlType(5);
/** Reports a device that changed. */
export const DPLL_CMD_DEVICE_CHANGE_NTF = genlType(6);
/** Requests the id of a pin. */
export const DPLL_CMD_PIN_ID_GET = genlType(7);
/** Requests pins. */
export const DPLL_CMD_PIN_GET = genlType(8);
/** Changes a pin. */
export const DPLL_CMD_PIN_SET = genlType(9);
/** Reports a pin that is new. */
export const DPLL_CMD_PIN_CREATE_NTF = genlType(10);
/** Reports a pin that is gone. */
export const DPLL_CMD_PIN_DELETE_NTF = genlType(11);
/** Reports a pin that changed. */
export const DPLL_CMD_PIN_CHANGE_NTF = genlType(12);
