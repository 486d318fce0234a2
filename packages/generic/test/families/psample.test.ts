import { describe } from "vitest";
import * as door from "#src/psample/index.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

const NAME = "a name, which is text";

familyGates({
  family: door.psampleFamily,
  open: door.psample,
  messages: [
    door.psampleGroupObject,
    { types: { new: door.PSAMPLE_CMD_SAMPLE }, layout: door.psampleMessage },
  ],
  atLeast: 2,
});

describe("drift", () => {
  familyDrift({
    folder: "psample",
    headers: ["psample.h"],
    commands: ["PSAMPLE_CMD_"],
    subsets: ["psample", "psample-group"],
    exceptions: {},
    omissions: { PSAMPLE_GENL_: NAME, PSAMPLE_NL_: NAME },
  });
});
