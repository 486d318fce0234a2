// The protocol between a program and the benchmark: settings are environment variables (PEER_*, as in ../shared/peers),
// the result is one line of JSON.

/** A setting. */
export const number = (name, fallback) => Number(process.env[name] ?? fallback);
export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
/** The current time, in seconds. */
export const seconds = () => performance.now() / 1e3;

/** Prints the result. */
export const print = (result) => console.log(JSON.stringify(result));

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
