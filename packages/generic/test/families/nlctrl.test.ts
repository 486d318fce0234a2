import { describe } from "vitest";
import { genericNetlink } from "#src/generic.js";
import { CTRL_CMD_GETPOLICY } from "#src/nlctrl/commands.js";
import { familyObject } from "#src/nlctrl/controller.js";
import { policiesMessage } from "#src/nlctrl/policy/layout.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

const KERNEL = "no kernel sends or accepts it";
const NUMBER = "a limit of the kernel's numbers, which are asked for";

familyGates({
  family: { name: "nlctrl", version: 2 },
  open: genericNetlink,
  messages: [familyObject, { types: { get: CTRL_CMD_GETPOLICY }, layout: policiesMessage }],
  atLeast: 4,
});

describe("drift", () => {
  familyDrift({
    folder: "nlctrl",
    headers: ["genetlink.h"],
    specs: ["nlctrl"],
    commands: ["CTRL_CMD_"],
    exceptions: {},
    omissions: {
      CTRL_CMD_DELMCAST_GRP: "CTRL_CMD_DELFAMILY reports the groups too",
      CTRL_CMD_NEWMCAST_GRP: "CTRL_CMD_NEWFAMILY reports the groups too",
      CTRL_CMD_DELOPS: KERNEL,
      CTRL_CMD_GETMCAST_GRP: KERNEL,
      CTRL_CMD_GETOPS: KERNEL,
      CTRL_CMD_NEWOPS: KERNEL,
      GENL_HDRLEN: "the size of genlmsghdr, in another folder",
      GENL_ID_: "numbers are asked for by name; GENL_ID_CTRL stands in its module",
      GENL_MAX_ID: NUMBER,
      GENL_MIN_ID: NUMBER,
      GENL_NAMSIZ: "the size of a name, which the kernel checks",
      GENL_START_ALLOC: NUMBER,
    },
  });
});
