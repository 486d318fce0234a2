import { existsSync, openSync, readFileSync } from "node:fs";
import {
  CGROUPSTATS_CMD_GET,
  CGROUPSTATS_CMD_NEW,
  cgroupstatsReport,
  cgroupstatsRequest,
  TASKSTATS_CMD_GET,
  TASKSTATS_CMD_NEW,
  taskstatsFamily,
  taskstatsReport,
  taskstatsRequest,
} from "../../../dist/taskstats/index.js";
import { capturesIn, initially } from "../family-captures.mjs";

const messages = [
  { types: { get: TASKSTATS_CMD_GET }, layout: taskstatsRequest },
  { types: { new: TASKSTATS_CMD_NEW }, layout: taskstatsReport },
  { types: { get: CGROUPSTATS_CMD_GET }, layout: cgroupstatsRequest },
  { types: { new: CGROUPSTATS_CMD_NEW }, layout: cgroupstatsReport },
];
const { message } = capturesIn({ family: taskstatsFamily, messages, folder: "taskstats" });

const get = (name, value) =>
  message({
    name,
    types: [TASKSTATS_CMD_NEW],
    request: { type: TASKSTATS_CMD_GET, flags: 0, layout: taskstatsRequest, value },
  });

const NLM_F_ACK = 4;
const cpus = readFileSync("/sys/devices/system/cpu/possible", "utf8").trim();

const exit = (name, program, comm) => ({
  ...message({
    name,
    run: program,
    types: [TASKSTATS_CMD_NEW],
    request: {
      type: TASKSTATS_CMD_GET,
      flags: NLM_F_ACK,
      layout: taskstatsRequest,
      value: { registerCpumask: cpus },
    },
    pick: ({ aggrPid, aggrTgid }) =>
      aggrPid.stats.comm === comm && (comm === "true" || aggrTgid !== undefined),
  }),
  // The kernel sends exits to the initial namespace only.
  transportOf: initially(taskstatsFamily),
});

const THREADS = `python3 -c '
import threading
barrier = threading.Barrier(2)
thread = threading.Thread(target=barrier.wait); thread.start(); barrier.wait(); thread.join()'`;

/** Statistics are of the first version's hierarchies only, which not every machine has mounted. */
const CGROUP = "/sys/fs/cgroup/pids";
const cgroups = () => [
  message({
    name: "cgroup",
    types: [CGROUPSTATS_CMD_NEW],
    request: {
      type: CGROUPSTATS_CMD_GET,
      flags: 0,
      layout: cgroupstatsRequest,
      value: { fd: openSync(CGROUP) },
    },
  }),
];

export const captures = [
  get("task", { pid: process.pid }),
  get("process", { tgid: process.pid }),
  exit("exit", "true; /bin/true", "true"),
  exit("exit-of-process", THREADS, "python3"),
  ...(existsSync(CGROUP) ? cgroups() : []),
];
