// The protocol between a program and the benchmark: settings are environment variables (PEER_*, as in ../shared/peers),
// the result is one line of JSON.

/** A setting. */
export const number = (name, fallback) => Number(process.env[name] ?? fallback);

/** The value below which a share of all values lies: `percentile(times, 0.99)`. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
}

export const median = (values) => percentile(values, 0.5);

/** The current time, in seconds. */
export const seconds = () => performance.now() / 1e3;

/** Prints the result. */
export const print = (result) => console.log(JSON.stringify(result));

/** Runs a step; returns the milliseconds and the CPU milliseconds of the process that it took. */
export async function timed(step) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await step();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpu_ms: (user + system) / 1e3 };
}

/** Prints the result of the workload `rtt`: the first of all, the first thousand, and all. */
export function printRoundTrips(workload, firstMs, micros) {
  const early = micros.slice(0, 1000);
  print({
    workload,
    requests: micros.length,
    first_ms: firstMs,
    early_p50_us: percentile(early, 0.5),
    early_p99_us: percentile(early, 0.99),
    p50_us: percentile(micros, 0.5),
    p90_us: percentile(micros, 0.9),
    p99_us: percentile(micros, 0.99),
  });
}

/** Prints the result of the workload `insert`: counts and rate of both phases. */
export function printInsert(added, deleted, more) {
  print({
    workload: "insert",
    added: added.done,
    add_errors: added.errors,
    adds_per_s: added.rate,
    deleted: deleted.done,
    del_errors: deleted.errors,
    dels_per_s: deleted.rate,
    ...more,
  });
}
