// The options of `npm run bench:own`.
import { parseArgs } from "node:util";
import { workloads } from "./workloads.mjs";

export const HELP = `npm run bench:own -- [options]
  --workloads LIST   of ${Object.keys(workloads).join(", ")};
                     default: all except those with a million routes
  --programs LIST    of baseline, rxnetlink, npm-netlink; ratios need the baseline
  --extra NAME=CMD   another program, such as before="node ../other-clone/bench/rxnetlink.mjs"; may be repeated
  --rounds N         rounds, all programs taking turns (5)  --starts N   the same for startup (10)
  --routes N         routes in the big table (200000)       --reps N     dumps per process (5)
  --rtt N            requests (5000)                        --insert N   routes to add (20000)
  --seconds N        length of a storm (3)                  --patience N seconds to wait for a quiet machine (20)
  --provisional      marks the results as provisional       --out FILE   results (bench/results.json)`;

const text = (fallback) => ({ type: "string", default: fallback });
const flag = { type: "boolean", default: false };
const ordinary = Object.keys(workloads).filter((name) => workloads[name].namespace !== "million");

const LISTS = { workloads: text(ordinary.join()), programs: text("baseline,rxnetlink,npm-netlink") };
const NUMBERS = {
  rounds: text("5"),
  starts: text("10"),
  routes: text("200000"),
  reps: text("5"),
  rtt: text("5000"),
  insert: text("20000"),
  seconds: text("3"),
  patience: text("20"),
};
const OTHERS = {
  extra: { type: "string", multiple: true, default: [] },
  out: text(new URL("results.json", import.meta.url).pathname),
  provisional: flag,
  help: flag,
};

/** Parses command-line arguments into settings; throws if they are invalid. */
export function settingsOf(args) {
  const { values } = parseArgs({ args, options: { ...LISTS, ...NUMBERS, ...OTHERS } });
  for (const name of Object.keys(LISTS)) values[name] = values[name].split(/[ ,]+/);
  for (const name of Object.keys(NUMBERS)) {
    const number = Number(values[name]);
    if (!(number >= 0)) throw new Error(`--${name} needs a number, not ${values[name]}`);
    values[name] = number;
  }
  const unknown = values.workloads.filter((name) => workloads[name] === undefined);
  if (unknown.length > 0) throw new Error(`no such workload: ${unknown.join(", ")}`);
  return values;
}
