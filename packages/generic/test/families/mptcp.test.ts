import { goldenGate } from "@rxnetlink/testing/gates";
import { describe } from "vitest";
import { genlType } from "#src/family/genlmsghdr.js";
import { MPTCP_PM_CMD_GET_LIMITS } from "#src/mptcp/commands.js";
import { mptcpEndpointObject } from "#src/mptcp/endpoint.js";
import { mptcpEventMessage, mptcpEvents } from "#src/mptcp/event.js";
import { mptcpFamily } from "#src/mptcp/family.js";
import { mptcpMessage } from "#src/mptcp/layout.js";
import { mptcp } from "#src/mptcp/mptcp.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates, goldenOf } from "../support/family-gates.js";

familyGates({
  family: mptcpFamily,
  open: mptcp,
  messages: [mptcpEndpointObject, { types: { get: MPTCP_PM_CMD_GET_LIMITS }, layout: mptcpMessage }],
  folder: "mptcp",
  atLeast: 4,
});

describe("events", () => {
  const types = Object.values(mptcpEvents.values).map((event) => [`event ${event}`, genlType(event)]);
  const events = { types: Object.fromEntries(types), layout: mptcpEventMessage };
  goldenGate({
    ...goldenOf({ family: mptcpFamily, messages: [events], folder: "mptcp-events" }),
    atLeast: 3,
    // The command, which a connection enters.
    oneWay: /^event /,
  });
});

describe("drift", () => {
  familyDrift({
    folder: "mptcp",
    headers: ["mptcp_pm.h"],
    commands: ["MPTCP_PM_CMD_"],
    exceptions: {
      mptcpEndpoint: "flags are changed by MPTCP_PM_CMD_SET_FLAGS, whose name has another noun",
      "genlmsghdr.event": "the command is the event",
    },
    omissions: {
      MPTCP_PM_ENDPOINT_ADDR: "the same number as MPTCP_PM_ATTR_ADDR",
      MPTCP_PM_NAME: "the family's name stands in its module",
      MPTCP_PM_VER: "the family's version stands in its module",
      MPTCP_SUBFLOW_ATTR_: "of sock_diag",
    },
  });
});
