import { describe } from "vitest";
import { protocolDrift } from "./support/protocol-drift.js";

describe("drift", () => {
  protocolDrift({
    folder: "iscsi",
    headers: ["scsi/iscsi_if.h"],
    exceptions: {
      EVENT_SIZE: "the size of a union",
      iscsi_uevent: "no UAPI header has it",
    },
    omissions: {
      ISCSI_ERR_BASE: "no error",
      ISCSI_OK: "no error",
      ISCSI_UEVENT_: "a request of the daemon, which acts on sessions; no other program should",
    },
  });
});
