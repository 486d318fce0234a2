import { describe } from "vitest";
import * as door from "#src/handshake/index.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: door.handshakeFamily,
  open: door.handshake,
  messages: [
    {
      types: { new: door.HANDSHAKE_CMD_READY, get: door.HANDSHAKE_CMD_ACCEPT },
      layout: door.handshakeAcceptMessage,
    },
    { types: { new: door.HANDSHAKE_CMD_DONE }, layout: door.handshakeDoneMessage },
  ],
  atLeast: 0,
});

describe("drift", () => {
  familyDrift({
    folder: "handshake",
    headers: [],
    commands: ["HANDSHAKE_CMD_"],
    exceptions: { HANDSHAKE_: "the reference has no header of it" },
    omissions: {},
  });
});
