// The first moments of a process.
import * as checks from "./checks.mjs";
import { figure } from "./figure.mjs";

/** What rxjs took in the same process. */
const rxjs = (name) => ({ name: "rxjs", of: (run) => run.result.rxjs[name] });
const own = (name) => (run) => run.result.own[name];

export const starts = {
  import: {
    does: "a new process imports rxjs, then the library",
    programs: ["rxnetlink", "npm-netlink"],
    starts: true,
    check: checks.loaded,
    figures: [
      figure("import", "Import, after rxjs", "ms", own("ms"), {
        against: rxjs("ms"),
        target: { ratio: 0.5 },
      }),
      figure("import-cpu", "Import, CPU time", "ms", own("cpu_ms"), { against: rxjs("cpu_ms") }),
    ],
  },
  "first-list": {
    does: "a new process imports rxjs, then the library, and lists the links until the first is there",
    programs: ["rxnetlink", "direct", "npm-netlink"],
    starts: true,
    check: checks.loaded,
    figures: [
      figure("first-list", "Import and first list", "ms", own("ms"), {
        against: rxjs("ms"),
        target: { ratio: 0.8 },
      }),
      figure("first-list-cpu", "Import and first list, CPU time", "ms", own("cpu_ms"), {
        against: rxjs("cpu_ms"),
      }),
    ],
  },
  command: {
    does: "a process starts, prints the links as JSON and exits: `rxnl link list --json`",
    argument: "startup",
    programs: ["baseline", "node", "rxnetlink", "npm-netlink"],
    starts: true,
    check: checks.links,
    figures: [
      figure("command", "Command, start to end", "ms", (run) => run.wall_s * 1e3, {
        against: "node",
        target: { ratio: 1.5 },
      }),
    ],
  },
};
