// The workloads: the namespace and argument of each, and the check of its result.

/** The problem with the result of one run, or `undefined`. */
const problems = {
  table: ({ check }, namespace, workload) =>
    check === namespace.checks[workload] ? undefined : `read ${check}, not ${namespace.checks[workload]}`,
  rtt: ({ requests }, _namespace, _workload, { rtt }) =>
    requests === rtt ? undefined : `${requests} requests, not ${rtt}`,
  insert: ({ added, deleted }, _namespace, _workload, { insert }, { counted, left }) => {
    if (added !== insert || deleted !== insert) return `added ${added} and deleted ${deleted} of ${insert}`;
    if (counted !== undefined && counted !== insert) return `the kernel had ${counted} routes, not ${insert}`;
    return left ? `${left} routes are left` : undefined;
  },
  events: ({ received }, _namespace, _workload, _settings, { caused }) =>
    received > 0 && received <= caused ? undefined : `received ${received} of ${caused}`,
  breath: ({ worst_ms }) => (worst_ms > 0 ? undefined : "no timer ran"),
  startup: (links) => {
    const names = Array.isArray(links) ? links.map(({ ifname }) => ifname).sort() : [];
    return names.join() === "lo,v0,v1" ? undefined : `printed ${JSON.stringify(links)}`;
  },
};

const breaths = ["notifications", "slow", "watch", "state", "topology"].map((name) => `breath-${name}`);
const breath = (argument) => ({ argument, namespace: "small", problem: problems.breath, rate: 0, own: true });

/** By name: argument, namespace (`small`, `big` or `million`), check, and special settings. */
export const workloads = {
  dump: { argument: "dump", namespace: "big", problem: problems.table },
  stream: { argument: "stream", namespace: "big", problem: problems.table },
  million: { argument: "dump", namespace: "million", problem: problems.table, reps: 3 },
  "stream-million": { argument: "stream", namespace: "million", problem: problems.table, reps: 3 },
  rtt: { argument: "rtt", namespace: "small", problem: problems.rtt },
  insert: { argument: "insert", namespace: "small", problem: problems.insert },
  events: { argument: "events", namespace: "small", problem: problems.events, rate: 0 },
  paced: { argument: "events", namespace: "small", problem: problems.events, rate: 10_000 },
  ...Object.fromEntries(breaths.map((name) => [name, breath(name)])),
  startup: { argument: "startup", namespace: "small", problem: problems.startup, starts: true },
};

/** The figures of the workloads: title, unit, and how each follows from a run. */
export const figures = [
  {
    id: "dump",
    workload: "dump",
    title: "Dump, kept",
    unit: "routes/s",
    of: (run) => run.result.routes_per_s,
  },
  {
    id: "stream",
    workload: "stream",
    title: "Dump, not kept",
    unit: "routes/s",
    of: (run) => run.result.routes_per_s,
  },
  {
    id: "million",
    workload: "million",
    title: "A million, kept",
    unit: "routes/s",
    of: (run) => run.result.routes_per_s,
  },
  {
    id: "stream-million",
    workload: "stream-million",
    title: "A million, not kept",
    unit: "routes/s",
    of: (run) => run.result.routes_per_s,
  },
  { id: "rtt", workload: "rtt", title: "Round trip", unit: "µs", of: (run) => run.result.p50_us },
  { id: "insert", workload: "insert", title: "Add", unit: "routes/s", of: (run) => run.result.adds_per_s },
  { id: "delete", workload: "insert", title: "Delete", unit: "routes/s", of: (run) => run.result.dels_per_s },
  {
    id: "events",
    workload: "events",
    title: "Storm",
    unit: "events/s",
    of: (run) => run.result.events_per_s,
  },
  {
    id: "paced",
    workload: "paced",
    title: "One event",
    unit: "µs of CPU",
    of: (run) => ((run.result.cpu_s ?? run.cpu_s) / run.result.received) * 1e6,
  },
  ...breaths.map((id) => ({
    id,
    workload: id,
    title: `Worst gap, ${id.slice("breath-".length)}`,
    unit: "ms",
    of: (run) => run.result.worst_ms,
  })),
  { id: "startup", workload: "startup", title: "Start to end", unit: "ms", of: (run) => run.wall_s * 1e3 },
];

/** True if more of a figure is better. */
export const isRate = ({ unit }) => unit.endsWith("/s");
