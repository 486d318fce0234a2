import { binary, enumeration, hex, type Infer, pad, struct, u8, u16, u32, u64 } from "@rxnetlink/core/schema";

/** All messages of SCSI transports have this type. */
export const SCSI_TRANSPORT_MSG = 17;
/** Events of Fibre Channel: the number of the group, though it looks like a bit. */
export const SCSI_NL_GRP_FC_EVENTS = 4;
/** Version of the header. */
export const SCSI_NL_VERSION = 1;
/** Mark of the header. */
export const SCSI_NL_MAGIC = 0xa1b2;
/** A message of a driver (`msgtype`). */
export const SCSI_NL_SHOST_VENDOR = 1;
/** An event of Fibre Channel (`msgtype`). */
export const FC_NL_ASYNC_EVENT = 0x100;

/** Transport of a message. The kernel has plain numbers. */
export const scsiTransport = enumeration("SCSI_NL_TRANSPORT_", u8, {
  /** SCSI itself. */
  scsi: 0,
  /** Fibre Channel. */
  fc: 1,
});

/** Header of all messages (`struct scsi_nl_hdr`). */
export const scsiNlHdr = struct("scsi_nl_hdr", {
  /** {@link SCSI_NL_VERSION}. */
  version: u8,
  /** Transport. */
  transport: scsiTransport,
  /** {@link SCSI_NL_MAGIC}. */
  magic: hex(u16),
  /** Type of the message, by transport. */
  msgtype: hex(u16),
  /** Length of the message with this header, in bytes. */
  msglen: u16,
});
/** Header of all messages. */
export interface ScsiNlHdr extends Infer<typeof scsiNlHdr> {}

/** What happened to a host of Fibre Channel (`FCH_EVT_*`). */
export const fcEventCode = enumeration("FCH_EVT_", u32, {
  /** The loop was initialized. */
  lip: 0x1,
  /** The link is up. */
  linkup: 0x2,
  /** The link is down. */
  linkdown: 0x3,
  /** The loop was reset, or the host. */
  lipreset: 0x4,
  /** The fabric reports a change. */
  rscn: 0x5,
  /** The adapter has changed. */
  adapterChange: 0x103,
  /** Something about the port. */
  portUnknown: 0x200,
  /** The port is offline. */
  portOffline: 0x201,
  /** The port is online. */
  portOnline: 0x202,
  /** The port is in a fabric. */
  portFabric: 0x204,
  /** Something about the link. */
  linkUnknown: 0x500,
  /** The fabric reports trouble (FPIN); since 5.2. */
  linkFpin: 0x501,
  /** The fabric reports trouble, which was acknowledged; since 6.1. */
  linkFpinAck: 0x502,
  /** Something of the vendor. */
  vendorUnique: 0xffff,
});

/** Layout of an event of Fibre Channel (`struct fc_nl_event`). */
export const fcNlEvent = struct("fc_nl_event", {
  /** Header. */
  snlh: scsiNlHdr,
  /** Time in seconds since 1970. */
  seconds: u64,
  /** Vendor that the data is of: the kind of number in the upper 8 bits (1 is PCI), and the number; 0 for none. */
  vendorId: hex(u64),
  /** Number of the host: `host3` in `/sys/class/fc_host`. */
  hostNo: u16,
  /** Length of the data in bytes, without what fills the message up. */
  eventDatalen: u16,
  /** Number of the event. The numbers of all hosts follow one another: a gap is a loss. */
  eventNum: u32,
  /** What happened. */
  eventCode: fcEventCode,
  /** Data, which fills the message up to 8 bytes. */
  eventData: binary,
});

/** An event of Fibre Channel. */
export interface FcEvent extends Infer<typeof fcNlEvent> {}

/** Layout of a message of a driver (`struct scsi_nl_host_vendor_msg`). Drivers in current kernels send none. */
export const scsiNlHostVendorMsg = struct("scsi_nl_host_vendor_msg", {
  /** Header. */
  snlh: scsiNlHdr,
  /** Vendor, as of {@link FcEvent}. */
  vendorId: hex(u64),
  /** Number of the host. */
  hostNo: u16,
  /** Length of the data in bytes. */
  vmsgDatalen: u16,
  /** Alignment. */
  filling: pad(4),
  /** Data. */
  data: binary,
});
/** A message of a driver. */
export interface ScsiVendorMessage extends Infer<typeof scsiNlHostVendorMsg> {}
