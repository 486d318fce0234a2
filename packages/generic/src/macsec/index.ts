/**
 * MACsec: devices, receive channels and associations.
 *
 * @module
 */
export {
  MACSEC_CMD_ADD_RXSA,
  MACSEC_CMD_ADD_RXSC,
  MACSEC_CMD_ADD_TXSA,
  MACSEC_CMD_DEL_RXSA,
  MACSEC_CMD_DEL_RXSC,
  MACSEC_CMD_DEL_TXSA,
  MACSEC_CMD_GET_TXSC,
  MACSEC_CMD_UPD_OFFLOAD,
  MACSEC_CMD_UPD_RXSA,
  MACSEC_CMD_UPD_RXSC,
  MACSEC_CMD_UPD_TXSA,
} from "./commands.js";
export { type MacsecDevices, macsecDeviceObject } from "./device.js";
export {
  type MacsecDevice,
  type MacsecOffload,
  type MacsecRxsc,
  type MacsecSecy,
  macsecMessage,
  macsecMessageAttributes,
  macsecOffloadAttributes,
  macsecOffloadType,
  macsecRxscAttributes,
  macsecSecyAttributes,
  macsecValidation,
} from "./layout/message.js";
export { type MacsecSa, macsecSaAttributes } from "./layout/sa.js";
export {
  type MacsecRxscStats,
  type MacsecSaStats,
  type MacsecSecyStats,
  type MacsecTxscStats,
  macsecRxscStatsAttributes,
  macsecSaStatsAttributes,
  macsecSecyStatsAttributes,
  macsecTxscStatsAttributes,
} from "./layout/stats.js";
export { type MacsecFamily, macsec, macsecFamily } from "./macsec.js";
export { type MacsecRxscOfDevice, type MacsecRxscs, macsecRxscObject } from "./rxsc.js";
export {
  type MacsecRxsa,
  type MacsecRxsas,
  type MacsecTxsa,
  type MacsecTxsas,
  macsecRxsaObject,
  macsecTxsaObject,
} from "./sas.js";
