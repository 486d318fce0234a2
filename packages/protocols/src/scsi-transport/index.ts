/**
 * `NETLINK_SCSITRANSPORT`: events of SCSI transports, which are those of Fibre Channel. Since 2.6.19.
 *
 * @module
 */
export { type FcEvents, fcEventObject } from "./fc-event.js";
export {
  FC_NL_ASYNC_EVENT,
  type FcEvent,
  fcEventCode,
  fcNlEvent,
  SCSI_NL_GRP_FC_EVENTS,
  SCSI_NL_MAGIC,
  SCSI_NL_SHOST_VENDOR,
  SCSI_NL_VERSION,
  SCSI_TRANSPORT_MSG,
  type ScsiNlHdr,
  type ScsiVendorMessage,
  scsiNlHdr,
  scsiNlHostVendorMsg,
  scsiTransport,
} from "./layout.js";
export {
  NETLINK_SCSITRANSPORT,
  type ScsiTransport,
  type ScsiTransportOptions,
  scsiTransportEvents,
} from "./scsi-transport.js";
