import { describe } from "vitest";
import * as door from "#src/scsi-transport/index.js";
import { protocolDrift } from "./support/protocol-drift.js";
import { protocolGates } from "./support/protocol-gates.js";

protocolGates({
  folder: "scsi-transport",
  open: door.scsiTransportEvents,
  messages: [door.fcEventObject],
  atLeast: 0,
});

const VENDOR = "a part of the number of a vendor";

describe("drift", () => {
  protocolDrift({
    folder: "scsi-transport",
    headers: ["scsi/scsi_netlink.h", "scsi/scsi_netlink_fc.h"],
    exceptions: {
      FCH_EVT_: "of scsi_transport_fc.h, which is no UAPI header",
      SCSI_NL_TRANSPORT_SCSI: "SCSI_NL_TRANSPORT",
      "scsi_nl_host_vendor_msg.data": "what follows the struct",
    },
    omissions: {
      SCSI_NL_GRP_CNT: "a number of constants",
      SCSI_NL_MAX_TRANSPORTS: "a number of constants",
      SCSI_NL_TRANSPORT: "declared as scsi",
      SCSI_NL_VID_: VENDOR,
    },
  });
});
