import { describe } from "vitest";
import * as door from "#src/netdev/index.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

const NAME = "a name, which is text";
const NOTIFIED = "notifications have commands of their own";

familyGates({
  family: door.netdevFamily,
  open: door.netdev,
  messages: [
    door.netdevDevObject,
    { types: { get: door.NETDEV_CMD_DEV_CHANGE_NTF }, layout: door.netdevDevMessage },
    door.netdevQueueObject,
    door.netdevNapiObject,
    door.netdevPagePoolObject,
    door.netdevPagePoolStatsObject,
    door.netdevQstatsObject,
  ],
  atLeast: 4,
});

describe("drift", () => {
  familyDrift({
    folder: "netdev",
    headers: ["netdev.h"],
    commands: ["NETDEV_CMD_"],
    subsets: ["queue-id", "page-pool-info"],
    exceptions: {
      netdevDev: NOTIFIED,
      netdevPagePool: NOTIFIED,
    },
    omissions: {
      NETDEV_FAMILY_: NAME,
      NETDEV_MCGRP_: NAME,
      NETDEV_XDP_ACT_MASK: "all bits together",
    },
  });
});
