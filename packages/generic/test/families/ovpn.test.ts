import { describe } from "vitest";
import { ovpnKeyEventObject, ovpnKeyObject } from "#src/ovpn/key.js";
import { ovpn, ovpnFamily } from "#src/ovpn/ovpn.js";
import { ovpnPeerEventObject, ovpnPeerObject } from "#src/ovpn/peer.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: ovpnFamily,
  open: ovpn,
  messages: [ovpnPeerObject, ovpnKeyObject, ovpnPeerEventObject, ovpnKeyEventObject],
  atLeast: 0,
});

const NO_HEADER = "the reference has no linux/ovpn.h, which came with 6.16";

describe("drift", () => {
  familyDrift({
    folder: "ovpn",
    headers: [],
    commands: ["OVPN_CMD_"],
    exceptions: {
      OVPN_: NO_HEADER,
      ovpnPeer: NO_HEADER,
      ovpnKey: NO_HEADER,
      ovpnPeerEvent: NO_HEADER,
      ovpnKeyEvent: NO_HEADER,
    },
    omissions: {},
  });
});
