import { describe } from "vitest";
import { l2tp, l2tpFamily } from "#src/l2tp/l2tp.js";
import { l2tpSessionObject, l2tpTunnelObject } from "#src/l2tp/objects.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: l2tpFamily,
  open: l2tp,
  messages: [l2tpTunnelObject, l2tpSessionObject],
  atLeast: 8,
  reported: new Set(["stats", "usingIpsec"]),
});

const SOCKET = "of sockets of L2TP over IP, not of netlink";

describe("drift", () => {
  familyDrift({
    folder: "l2tp",
    headers: ["l2tp.h"],
    commands: ["L2TP_CMD_"],
    exceptions: {},
    omissions: {
      L2TP_ATTR_NONE: "carries nothing",
      L2TP_ATTR_STATS_NONE: "carries nothing",
      L2TP_CMD_NOOP: "does nothing",
      L2TP_GENL_: "name, version and group stand in the declaration of the family",
      sockaddr_l2tpip: SOCKET,
      sockaddr_l2tpip6: SOCKET,
    },
  });
});
