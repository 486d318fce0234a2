import { describe } from "vitest";
import { wireguardDeviceObject } from "#src/wireguard/device/device.js";
import { wireguard, wireguardFamily } from "#src/wireguard/wireguard.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: wireguardFamily,
  open: wireguard,
  messages: [wireguardDeviceObject],
  atLeast: 6,
  // The kernel reports zeros where there is none: no handshake, no preshared key.
  oneWay: /(presharedKey|lastHandshakeTime) .*( 00){16}/,
});

describe("drift", () => {
  familyDrift({
    folder: "wireguard",
    headers: ["wireguard.h"],
    specs: ["wireguard"],
    commands: ["WG_CMD_"],
    exceptions: {
      AF_: "the reference has no constants of sys/socket.h",
    },
    omissions: {
      WG_GENL_NAME: "the name stands in the declaration of the family",
      WG_GENL_VERSION: "the version stands in the declaration of the family",
    },
  });
});
