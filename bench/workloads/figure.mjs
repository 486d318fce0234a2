// What workloads are declared with.

/**
 * A figure of a workload: `of` takes it from a run. More: `against` is the program that ratios refer to, or `name` and value
 * (`of`) of what they refer to in the same run; `target` is the `ratio` or `value` that this project is to reach.
 */
export const figure = (id, title, unit, of, more = {}) => ({
  id,
  title,
  unit,
  of,
  against: "baseline",
  ...more,
});

/** Takes a member from the result of a run. */
export const result = (name) => (run) => run.result[name];

/** Peak memory in MiB. */
export const memory = ({ max_rss_kb: peak }) => peak / 1024;

/** The share of what was caused that was received, in percent. */
export const receivedShare = ({ result: { received }, caused }) => (received / caused) * 100;

/** CPU time of an event in microseconds, while the program listened. */
export const windowCpu = ({ result: { cpu_s: cpu, received }, cpu_s: whole }) =>
  ((cpu ?? whole) / received) * 1e6;

/** The same from the start of the process to its end. */
export const processCpu = ({ result: { received }, cpu_s: cpu }) => (cpu / received) * 1e6;
