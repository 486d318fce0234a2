import { describe } from "vitest";
import * as door from "#src/dpll/index.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

const NAME = "a name, which is text";
const NOTIFIED = "notifications have commands of their own";

familyGates({
  family: door.dpllFamily,
  open: door.dpll,
  messages: [
    door.dpllDeviceObject,
    { types: { get: door.DPLL_CMD_DEVICE_CHANGE_NTF }, layout: door.dpllDeviceMessage },
    door.dpllPinObject,
    { types: { get: door.DPLL_CMD_PIN_CHANGE_NTF }, layout: door.dpllPinMessage },
  ],
  atLeast: 0,
});

describe("drift", () => {
  familyDrift({
    folder: "dpll",
    headers: ["dpll.h"],
    commands: ["DPLL_CMD_"],
    subsets: ["frequency-range", "pin-parent-device", "pin-parent-pin", "reference-sync"],
    exceptions: { dpllDevice: NOTIFIED, dpllPin: NOTIFIED },
    omissions: {
      DPLL_FAMILY_: NAME,
      DPLL_MCGRP_: NAME,
      DPLL_PIN_FREQUENCY_: "frequencies are bigints, and in dpllPinFrequency",
    },
  });
});
