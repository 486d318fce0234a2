import { goldenGate, jsonGate, membersGate, mutationGate } from "@rxnetlink/testing/gates";
import { describe } from "vitest";
import {
  CGROUPSTATS_CMD_GET,
  CGROUPSTATS_CMD_NEW,
  TASKSTATS_CMD_GET,
  TASKSTATS_CMD_NEW,
} from "#src/taskstats/commands.js";
import {
  cgroupstatsReport,
  cgroupstatsRequest,
  taskstatsReport,
  taskstatsRequest,
} from "#src/taskstats/layout.js";
import { taskstatsFamily } from "#src/taskstats/taskstats.js";
import { familyDrift } from "../support/family-drift.js";
import { goldenOf } from "../support/family-gates.js";

// It has no objects with verbs, only streams.
const messages = goldenOf({
  family: taskstatsFamily,
  messages: [
    { types: { get: TASKSTATS_CMD_GET }, layout: taskstatsRequest },
    { types: { new: TASKSTATS_CMD_NEW }, layout: taskstatsReport },
    { types: { get: CGROUPSTATS_CMD_GET }, layout: cgroupstatsRequest },
    { types: { new: CGROUPSTATS_CMD_NEW }, layout: cgroupstatsReport },
  ],
  folder: "taskstats",
});

describe("golden files", () => goldenGate({ ...messages, atLeast: 5 }));
describe("JSON", () => jsonGate(messages));
describe("members", () => membersGate({ ...messages, atLeast: 5 }));
describe("mutations", () => mutationGate(messages));

const ACCT = "of acct.h, which the reference lacks";
const ALIGNED = "the reference lacks members with an alignment of their own";

describe("drift", () => {
  familyDrift({
    folder: "taskstats",
    headers: ["taskstats.h", "cgroupstats.h"],
    commands: ["TASKSTATS_CMD_", "CGROUPSTATS_CMD_"],
    subsets: ["taskstats-aggregate", "taskstats-report"],
    exceptions: {
      AFORK: ACCT,
      ASU: ACCT,
      ACOMPAT: ACCT,
      ACORE: ACCT,
      AXSIG: ACCT,
      AGROUP: ACCT,
      "taskstats.nice": "negative, although C has it unsigned",
      "taskstats.cpuCount": ALIGNED,
      "taskstats.sched": ALIGNED,
      "taskstats.uid": ALIGNED,
      "taskstats.etime": ALIGNED,
      "taskstats.tgetime": ALIGNED,
      __kernel_timespec: "of time_types.h, which the reference lacks",
    },
    omissions: {
      TASKSTATS_GENL_NAME: "the family's name stands in its module",
      TASKSTATS_GENL_VERSION: "the family's version stands in its module",
      TASKSTATS_VERSION: "each report has its own",
      TS_COMM_LEN: "the size of a name",
    },
  });
});
