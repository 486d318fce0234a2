import { describe } from "vitest";
import * as door from "#src/thermal/index.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

const INTERNAL = "a limit of the kernel";
const NAME = "a name, which is text";
const UNUSED = "no kernel sends or accepts it";

familyGates({
  family: door.thermalFamily,
  open: door.thermal,
  messages: [...Object.values(door.thermalEvents), door.THERMAL_GENL_SAMPLING_TEMP].map((get) => ({
    types: { get },
    layout: door.thermalMessage,
  })),
  atLeast: 0,
});

describe("drift", () => {
  familyDrift({
    folder: "thermal",
    headers: ["thermal.h"],
    commands: ["THERMAL_GENL_CMD_", "THERMAL_GENL_SAMPLING_", "THERMAL_GENL_EVENT_"],
    subsets: [
      "thermal",
      "thermal-zone",
      "thermal-trip",
      "thermal-cdev",
      "thermal-cpu-capability",
      "thermal-threshold",
    ],
    exceptions: {},
    omissions: {
      THERMAL_GENL_ATTR_TZ_CDEV_WEIGHT: UNUSED,
      THERMAL_GENL_ATTR_TZ_GOV: UNUSED,
      THERMAL_GENL_ATTR_TZ_MODE: UNUSED,
      THERMAL_GENL_CMD_TZ_GET_MODE: UNUSED,
      THERMAL_GENL_EVENT_: "listed in thermalEvents",
      THERMAL_GENL_FAMILY_NAME: NAME,
      THERMAL_GENL_SAMPLING_GROUP_NAME: NAME,
      THERMAL_GENL_VERSION: NAME,
      THERMAL_NAME_LENGTH: INTERNAL,
    },
  });
});
