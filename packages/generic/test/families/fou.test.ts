import { describe } from "vitest";
import { fou, fouFamily, fouPortObject } from "#src/fou/fou.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({ family: fouFamily, open: fou, messages: [fouPortObject], atLeast: 2 });

describe("drift", () => {
  familyDrift({
    folder: "fou",
    headers: ["fou.h"],
    commands: ["FOU_CMD_"],
    exceptions: {},
    omissions: { FOU_GENL_: "name and version stand in the declaration of the family" },
  });
});
