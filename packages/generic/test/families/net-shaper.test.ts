import { describe } from "vitest";
import * as door from "#src/net-shaper/index.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: door.netShaperFamily,
  open: door.netShaper,
  messages: [door.netShaperObject, door.netShaperCapsObject],
  atLeast: 0,
});

describe("drift", () => {
  familyDrift({
    folder: "net-shaper",
    headers: [],
    commands: ["NET_SHAPER_CMD_"],
    exceptions: {
      NET_SHAPER_: "the reference has no header of it",
      netShaper: "the reference has no header of it",
      netShaperCaps: "the reference has no header of it",
    },
    omissions: {},
  });
});
