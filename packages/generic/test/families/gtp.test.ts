import { describe } from "vitest";
import { gtp, gtpFamily } from "#src/gtp/gtp.js";
import { gtpEchoObject, gtpPdpObject } from "#src/gtp/pdp.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: gtpFamily,
  open: gtp,
  messages: [gtpPdpObject, gtpEchoObject],
  atLeast: 2,
});

describe("drift", () => {
  familyDrift({
    folder: "gtp",
    headers: ["gtp.h"],
    commands: ["GTP_CMD_"],
    exceptions: {},
    omissions: {
      GTPA_SGSN_ADDRESS: "the former name of GTPA_PEER_ADDRESS",
      GTP_GENL_MCGRP_NAME: "the name of the group stands where it is numbered",
    },
  });
});
