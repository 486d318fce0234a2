// How a peer speaks with the benchmark: settings come by environment variables, the result is one line of JSON.

/** A setting. */
export const number = (name, fallback) => Number(process.env[name] ?? fallback);
export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
/** A moment. */
export const seconds = () => performance.now() / 1e3;

/** Tells the result. */
export const print = (result) => console.log(JSON.stringify(result));

/** The outcome of the workload `insert`: what both phases came to, each with its counts and rate. */
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
