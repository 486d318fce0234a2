// The table of workloads, and of the figures that follow from their runs.
import { descriptions } from "./workloads/descriptions.mjs";
import { breaths, events } from "./workloads/events.mjs";
import { netfilter } from "./workloads/netfilter.mjs";
import { processes } from "./workloads/processes.mjs";
import { roundTrips } from "./workloads/round-trips.mjs";
import { sockets } from "./workloads/sockets.mjs";
import { starts } from "./workloads/starts.mjs";
import { batches, tables } from "./workloads/tables.mjs";

const declared = {
  ...starts,
  ...roundTrips,
  ...tables,
  ...batches,
  ...events,
  ...breaths,
  ...netfilter,
  ...processes,
  ...sockets,
  ...descriptions,
};
const defaults = { namespace: "small", programs: ["baseline", "rxnetlink", "npm-netlink"] };

/**
 * By name: what it does; `argument` of the programs, if it is not the name; `namespace` (`small`, `big`, `million`, the `initial` one, or its
 * `own`, with what the shell text `setup` makes there); commands that it `needs`; the `programs` that have it; `after`, shell
 * text whose output its check is given; conditions (`storm`, `busy`, `pinned`); and how often it runs (`starts`, `rounds`, `reps`).
 */
export const workloads = Object.fromEntries(
  Object.entries(declared).map(([name, workload]) => [name, { argument: name, ...defaults, ...workload }]),
);

/** All figures, each with the name of its workload. */
export const figures = Object.entries(workloads).flatMap(([workload, { figures: own }]) =>
  own.map((figure) => ({ workload, ...figure })),
);

/** True if more of a figure is better. */
export const isRate = ({ unit }) => unit.endsWith("/s") || unit === "%";

/** The argument of a program for a workload. */
export const argumentOf = ({ argument }, program) =>
  typeof argument === "string" ? argument : (argument[program] ?? argument.rxnetlink);
