// Large tables, read and changed.
import * as checks from "./checks.mjs";
import { figure, memory, result } from "./figure.mjs";

const OWN = ["baseline", "rxnetlink"];
const dump = (id, title, more) => figure(id, title, "routes/s", result("routes_per_s"), more);

export const tables = {
  dump: {
    does: "`RTM_GETROUTE` for the IPv4 main table, five times; all routes are decoded and kept in a list",
    namespace: "big",
    check: checks.table,
    figures: [
      dump("dump", "Dump, kept", { target: { ratio: 3 } }),
      figure("dump-memory", "Dump, kept: peak memory", "MiB", memory, {
        against: undefined,
        target: { value: 250 },
      }),
    ],
  },
  stream: {
    does: "the same, but each route is discarded once its numbers have been added up",
    namespace: "big",
    programs: OWN,
    check: checks.table,
    figures: [dump("stream", "Dump, not kept", { target: { ratio: 1.3 } })],
  },
  list: {
    does: "the main table by `list$`, which holds all routes back until it is sure of them; the baseline dumps",
    namespace: "big",
    argument: { baseline: "dump", rxnetlink: "list" },
    programs: OWN,
    check: checks.table,
    figures: [dump("list", "List, kept")],
  },
  members: {
    does: "the same with a choice of four members; the baseline keeps all of its own",
    namespace: "big",
    argument: { baseline: "dump", rxnetlink: "members" },
    programs: OWN,
    check: checks.table,
    figures: [dump("members", "List, four members kept", { target: { ratio: 2 } })],
  },
  million: {
    does: "dump with 1 000 000 routes, three times; only on request",
    argument: "dump",
    namespace: "million",
    reps: 3,
    programs: OWN,
    check: checks.table,
    figures: [dump("million", "A million, kept")],
  },
  "stream-million": {
    does: "stream with 1 000 000 routes, three times; only on request",
    argument: "stream",
    namespace: "million",
    reps: 3,
    programs: OWN,
    check: checks.table,
    figures: [dump("stream-million", "A million, not kept")],
  },
};

/** Routes a second, of a phase of `insert`; programs without cold phases have only cold ones. */
const changes = (id, title, name, ratio) =>
  figure(id, title, "routes/s", (run) => run.result[name] ?? run.result[name.replace("cold_", "")], {
    target: { ratio },
  });

export const batches = {
  insert: {
    does: "20 000 routes are added and deleted, the fastest way that still reports every failure",
    check: checks.changes,
    figures: [
      changes("insert", "Add", "adds_per_s", 1.3),
      changes("delete", "Delete", "dels_per_s", 1.5),
      changes("insert-cold", "Add, in a new process", "cold_adds_per_s", 2.5),
      changes("delete-cold", "Delete, in a new process", "cold_dels_per_s", 2.5),
    ],
  },
};
