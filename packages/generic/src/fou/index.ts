/**
 * FOU and GUE: UDP ports at which the kernel takes other packets out of UDP.
 *
 * @module
 */
export { FOU_CMD_ADD, FOU_CMD_DEL, FOU_CMD_GET } from "./commands.js";
export { type FouFamily, type FouPorts, fou, fouFamily, fouPortObject } from "./fou.js";
export { type FouPort, fouAttributes, fouEncap, fouMessage } from "./layout.js";
