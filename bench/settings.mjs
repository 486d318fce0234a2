// What can be told to `npm run bench:own`.
import { parseArgs } from "node:util";
import { workloads } from "./workloads.mjs";

export const HELP = `npm run bench:own -- [options]
  --workloads LIST   of ${Object.keys(workloads).join(", ")};
                     all but those of a million, if not given
  --peers LIST       of floor, rxnetlink, npm-netlink; keep floor: it gives the ratio
  --extra NAME=CMD   a further peer, such as before="node ../other-clone/bench/peer.mjs"; may be repeated
  --rounds N         rounds, of all peers in turn (5)       --starts N   the same of startup (10)
  --routes N         routes in the big table (200000)       --reps N     dumps in one process (5)
  --rtt N            requests (5000)                        --insert N   routes to add (20000)
  --seconds N        length of a storm (3)                  --patience N seconds to wait for silence (20)
  --provisional      marks the results as such              --out FILE   results (bench/results.json)`;

const text = (fallback) => ({ type: "string", default: fallback });
const flag = { type: "boolean", default: false };
const ordinary = Object.keys(workloads).filter((name) => workloads[name].scene !== "million");

const LISTS = { workloads: text(ordinary.join()), peers: text("floor,rxnetlink,npm-netlink") };
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

/** The settings that the arguments of a command line mean; throws where they mean none. */
export function settingsOf(args) {
  const { values } = parseArgs({ args, options: { ...LISTS, ...NUMBERS, ...OTHERS } });
  for (const name of Object.keys(LISTS)) values[name] = values[name].split(/[ ,]+/);
  for (const name of Object.keys(NUMBERS)) {
    const number = Number(values[name]);
    if (!(number >= 0)) throw new Error(`--${name} wants a number, not ${values[name]}`);
    values[name] = number;
  }
  const unknown = values.workloads.filter((name) => workloads[name] === undefined);
  if (unknown.length > 0) throw new Error(`no such workload: ${unknown.join(", ")}`);
  return values;
}
