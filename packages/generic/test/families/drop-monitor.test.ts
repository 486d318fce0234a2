import { describe } from "vitest";
import * as door from "#src/drop-monitor/index.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

const OLD = "older than the attributes, and no kernel reads or sends it";

familyGates({
  family: door.dropMonitorFamily,
  open: door.dropMonitor,
  folder: "drop-monitor",
  messages: [
    { types: { new: door.NET_DM_CMD_PACKET_ALERT }, layout: door.dropAlertMessage },
    { types: { new: door.NET_DM_CMD_ALERT }, layout: door.dropAlertMessage },
    { types: { new: door.NET_DM_CMD_CONFIG_NEW }, layout: door.dropConfigMessage },
    { types: { new: door.NET_DM_CMD_STATS_NEW }, layout: door.dropStatsMessage },
  ],
  atLeast: 6,
});

describe("drift", () => {
  familyDrift({
    folder: "drop-monitor",
    headers: ["net_dropmon.h"],
    commands: ["NET_DM_CMD_"],
    subsets: ["net-dm", "net-dm-hw-entry"],
    exceptions: {},
    omissions: {
      NET_DM_ATTR_HW_ENTRY: "the number of the elements of a list, which is declared with the list",
      NET_DM_CFG_: OLD,
      NET_DM_GRP_ALERT: "the group is known by its name",
      net_dm_config_entry: OLD,
      net_dm_config_msg: OLD,
      net_dm_user_msg: OLD,
    },
  });
});
