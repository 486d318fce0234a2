// The table of workloads: what each does, under which conditions, its check, and the figures that follow from its runs.
import * as checks from "./checks.mjs";

/** A figure of a workload: `of` takes it from a run; `against` and `target` are explained at {@link figures}. */
const figure = (id, title, unit, of, more = {}) => ({ id, title, unit, of, against: "baseline", ...more });
const result = (name) => (run) => run.result[name];

/** What rxjs took in the same process. */
const rxjs = (name) => ({ name: "rxjs", of: (run) => run.result.rxjs[name] });
const own = (name) => (run) => run.result.own[name];

const windowCpu = ({ result: { cpu_s: cpu, received }, cpu_s: whole }) => ((cpu ?? whole) / received) * 1e6;
const processCpu = ({ result: { received }, cpu_s: cpu }) => (cpu / received) * 1e6;
const memory = ({ max_rss_kb: peak }) => peak / 1024;
const rate = result("routes_per_s");

const DIRECT = ["baseline", "rxnetlink", "direct"];
const OWN = ["baseline", "rxnetlink"];

const dump = (id, title, more) => figure(id, title, "routes/s", rate, more);

const starts = {
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

const roundTrips = {
  rtt: {
    does: "`RTM_GETLINK` for one link, 5000 times, one after the other, in a new process",
    programs: [...DIRECT, "npm-netlink"],
    check: checks.requests,
    figures: [
      figure("first", "First reply, after the import", "ms", result("first_ms"), {
        against: undefined,
        target: { value: 20 },
      }),
      figure("early", "First 1000 round trips, p50", "µs", result("early_p50_us"), { target: { value: 60 } }),
      figure("early-p99", "First 1000 round trips, p99", "µs", result("early_p99_us"), {
        target: { value: 1000 },
      }),
      figure("rtt", "First 5000 round trips, p50", "µs", result("p50_us"), { target: { ratio: 4 } }),
    ],
  },
  warm: {
    does: "the same after 20 000 others",
    programs: DIRECT,
    check: checks.requests,
    figures: [
      figure("warm", "Warm round trip, p50", "µs", result("p50_us"), { target: { ratio: 3 } }),
      figure("warm-p99", "Warm round trip, p99", "µs", result("p99_us")),
    ],
  },
  busy: {
    does: "the same while another process keeps the first core busy",
    argument: "warm",
    programs: DIRECT,
    busy: true,
    check: checks.requests,
    figures: [
      figure("busy", "Round trip beside a busy core, p50", "µs", result("p50_us"), {
        against: "direct",
        target: { ratio: 2 },
      }),
      figure("busy-p90", "Round trip beside a busy core, p90", "µs", result("p90_us"), {
        against: "direct",
        target: { ratio: 2 },
      }),
    ],
  },
  "one-core": {
    does: "the same with one core only (`taskset -c 0`)",
    argument: "warm",
    programs: DIRECT,
    pinned: true,
    check: checks.requests,
    figures: [
      figure("one-core", "Round trip on one core, p50", "µs", result("p50_us"), {
        against: "direct",
        target: { ratio: 2 },
      }),
    ],
  },
};

const tables = {
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
  members: {
    does: "the first of these with a choice of four members; the baseline keeps all of its own",
    namespace: "big",
    argument: { baseline: "dump", rxnetlink: "members" },
    programs: OWN,
    check: checks.table,
    figures: [dump("members", "Dump, four members kept", { target: { ratio: 2 } })],
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

const batches = {
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

const received = ({ result: { received: count }, caused }) => (count / caused) * 100;

const grouping = ({ burst }) => (burst === 1 ? "one by one" : `in bursts of ${burst}`);

/** Latency of events at a rate; at a low one the storm lasts longer. */
const latency = (perSecond, storm) => ({
  does: `the time from a change to its event, at ${perSecond}/s ${grouping(storm)}`,
  argument: "latency",
  programs: OWN,
  storm: { rate: perSecond, ...storm },
  check: checks.allEvents,
  figures: [
    figure(`latency-${perSecond}`, `Event, at ${perSecond}/s, p50`, "µs", result("p50_us")),
    figure(`latency-${perSecond}-p99`, `Event, at ${perSecond}/s, p99`, "µs", result("p99_us")),
    figure(`latency-${perSecond}-cpu`, `Event, at ${perSecond}/s`, "µs of CPU", windowCpu),
  ],
});

const paced = (id, perSecond, burst, targets) => ({
  does: `CPU time of the listener at ${perSecond} events/s ${grouping({ burst })}: while it listens, and of the process`,
  argument: "events",
  storm: { rate: perSecond, burst },
  check: checks.allEvents,
  figures: [
    figure(id, `One event at ${perSecond}/s`, "µs of CPU", windowCpu, { target: { value: targets.window } }),
    figure(`${id}-process`, `One event at ${perSecond}/s, whole process`, "µs of CPU", processCpu, {
      ...(targets.process && { target: { value: targets.process } }),
    }),
  ],
});

const events = {
  events: {
    does: "a writer adds and deletes routes as fast as it can; the listener, with its default receive buffer, decodes what it receives",
    storm: { rate: 0 },
    check: checks.someEvents,
    figures: [
      figure("events", "Storm", "events/s", result("events_per_s"), { target: { ratio: 1.1 } }),
      figure("events-received", "Storm, received", "%", received, {
        against: undefined,
        target: { value: 90 },
      }),
      figure("events-cpu", "Storm, one event", "µs of CPU", windowCpu),
    ],
  },
  paced: paced("paced", 10_000, 16, { window: 6, process: 16 }),
  "paced-1000": paced("paced-1000", 1000, 16, { window: 30 }),
  "latency-1": latency(1, { burst: 1, times: 4 }),
  "latency-100": latency(100, { burst: 1 }),
  "latency-1000": latency(1000, { burst: 1 }),
  "latency-10000": latency(10_000, { burst: 16 }),
};

const consumers = {
  notifications: "`notifications$`",
  slow: "`notifications$`, and 20 µs for each event",
  watch: "`watch$`",
  state: "`state$`",
  topology: "`topology$`",
};

const breaths = Object.entries(consumers).map(([consumer, name]) => [
  `breath-${consumer}`,
  {
    does: `the longest delay of a 10 ms timer during a storm, with the consumer ${name}`,
    programs: ["rxnetlink"],
    rounds: 3,
    storm: { rate: 0 },
    check: checks.beats,
    figures: [figure(`breath-${consumer}`, `Worst gap, ${consumer}`, "ms", result("worst_ms"))],
  },
]);

/**
 * By name: what it does; `argument` of the programs, if it is not the name; `namespace` (`small`, `big` or `million`);
 * the `programs` that have it; conditions (`storm`, `busy`, `pinned`); and how often it runs (`starts`, `rounds`, `reps`).
 */
export const workloads = Object.fromEntries(
  Object.entries({
    ...starts,
    ...roundTrips,
    ...tables,
    ...batches,
    ...events,
    ...Object.fromEntries(breaths),
  }).map(([name, workload]) => [
    name,
    { argument: name, namespace: "small", programs: ["baseline", "rxnetlink", "npm-netlink"], ...workload },
  ]),
);

/**
 * All figures. `against` is the program that ratios refer to, or `name` and value (`of`) of what they refer to in the same
 * run; `target` is the `ratio` or `value` that this project is to reach.
 */
export const figures = Object.entries(workloads).flatMap(([workload, { figures: own }]) =>
  own.map((figure) => ({ workload, ...figure })),
);

/** True if more of a figure is better. */
export const isRate = ({ unit }) => unit.endsWith("/s") || unit === "%";

/** The argument of a program for a workload. */
export const argumentOf = ({ argument }, program) =>
  typeof argument === "string" ? argument : (argument[program] ?? argument.rxnetlink);
