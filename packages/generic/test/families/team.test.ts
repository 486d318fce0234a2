import { describe } from "vitest";
import * as door from "#src/team/index.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: door.teamFamily,
  open: door.team,
  messages: [
    { types: { get: door.TEAM_CMD_OPTIONS_GET }, layout: door.teamMessage },
    { types: { get: door.TEAM_CMD_PORT_LIST_GET }, layout: door.teamMessage },
  ],
  atLeast: 2,
});

describe("drift", () => {
  familyDrift({
    folder: "team",
    headers: [],
    commands: ["TEAM_CMD_"],
    choices: {
      "attr-option.data": {
        by: "type",
        formats: { u32: "u32", string: "string", flag: "flag", binary: "binary", s32: "s32" },
        because: "team_nl_fill_one_option_get",
      },
    },
    exceptions: {
      NLA_: "the kernel's headers for modules have it",
      TEAM_: "the reference has no header of it",
    },
    omissions: {},
  });
});
