// The options of `npm run bench:own`.
import { parseArgs } from "node:util";
import { PROGRAMS } from "./run/programs.mjs";
import { workloads } from "./workloads.mjs";

const names = Object.keys(workloads);
const ordinary = names.filter((name) => workloads[name].namespace !== "million");
const width = Math.max(...names.map((name) => name.length));

export const HELP = `npm run bench:own -- [options]
  --workloads LIST   workloads, separated by commas; default: all below except those with a million routes
  --programs LIST    of ${Object.keys(PROGRAMS).join(", ")}; default: all
  --extra NAME=CMD   another program, such as before="node ../other-clone/bench/rxnetlink.mjs"; may be repeated
  --rounds N         rounds, all programs taking turns (5)  --starts N   the same for new processes (10)
  --routes N         routes in the big table (200000)       --reps N     dumps per process (5)
  --rtt N            measured requests (5000)               --warm N     requests before them, if warm (20000)
  --insert N         routes to add (20000)                  --seconds N  length of a storm (3)
  --flows N          tracked connections (200000)           --elements N elements of a set (100000)
  --sockets N        sockets of TCP (100000)
  --patience N       seconds to wait for a quiet machine (20)
  --provisional      marks the results as provisional       --out FILE   results (bench/results.json)

Programs:
${Object.entries(PROGRAMS)
  .map(([name, does]) => `  ${name.padEnd(width)}  ${does}`)
  .join("\n")}

Workloads:
${names.map((name) => `  ${name.padEnd(width)}  ${workloads[name].does}`).join("\n")}`;

const text = (fallback) => ({ type: "string", default: fallback });
const flag = { type: "boolean", default: false };

const LISTS = { workloads: text(ordinary.join()), programs: text(Object.keys(PROGRAMS).join()) };
const NUMBERS = {
  rounds: text("5"),
  starts: text("10"),
  routes: text("200000"),
  reps: text("5"),
  rtt: text("5000"),
  warm: text("20000"),
  insert: text("20000"),
  seconds: text("3"),
  flows: text("200000"),
  elements: text("100000"),
  sockets: text("100000"),
  patience: text("20"),
};
const OTHERS = {
  extra: { type: "string", multiple: true, default: [] },
  out: text(new URL("results.json", import.meta.url).pathname),
  provisional: flag,
  help: flag,
};

function refuseUnknown(what, given, known) {
  const unknown = given.filter((name) => !Object.hasOwn(known, name));
  if (unknown.length > 0) throw new Error(`no such ${what}: ${unknown.join(", ")}`);
}

/** Parses command-line arguments into settings; throws if they are invalid. */
export function settingsOf(args) {
  const { values } = parseArgs({ args, options: { ...LISTS, ...NUMBERS, ...OTHERS } });
  for (const name of Object.keys(LISTS)) values[name] = values[name].split(/[ ,]+/);
  for (const name of Object.keys(NUMBERS)) {
    const number = Number(values[name]);
    if (!(number >= 0)) throw new Error(`--${name} needs a number, not ${values[name]}`);
    values[name] = number;
  }
  refuseUnknown("workload", values.workloads, workloads);
  refuseUnknown("program", values.programs, PROGRAMS);
  return values;
}
