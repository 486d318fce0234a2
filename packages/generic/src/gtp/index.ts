/**
 * GTP: the tunnels of mobile stations, and echoes.
 *
 * @module
 */
export { GTP_CMD_DELPDP, GTP_CMD_ECHOREQ, GTP_CMD_GETPDP, GTP_CMD_NEWPDP } from "./commands.js";
export { type GtpFamily, gtp, gtpFamily } from "./gtp.js";
export { gtpaAttributes, gtpMessage, gtpVersion, type PdpContext } from "./layout.js";
export { type GtpEchoes, type GtpPdps, gtpEchoObject, gtpGroups, gtpPdpObject } from "./pdp.js";
