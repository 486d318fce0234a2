// `npm run bench:own`: measures this project against a C baseline and the npm package `netlink`, using nothing but
// this repository. Needs root. See docs/performance.md, or `npm run bench:own -- --help`.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { measure, silence } from "./measure.mjs";
import { openNamespace } from "./namespace-setup.mjs";
import { compileBaseline, machine, programCommands } from "./programs.mjs";
import { HELP, settingsOf } from "./settings.mjs";
import { isQuiet, page } from "./table.mjs";
import { workloads } from "./workloads.mjs";

const say = (text) => console.error(`bench: ${text}`);

/** npm netlink returns whole tables only, and a million of its objects do not fit Node's heap. */
const lacks = (program, name) =>
  (workloads[name].own && ["baseline", "npm-netlink"].includes(program)) ||
  (program === "npm-netlink" && (name === "stream" || workloads[name].namespace === "million"));

/** Counts the routes that `insert` has left behind, and removes them. */
function takeLeftovers({ enter: [program, ...args], env }, baseline) {
  const left =
    baseline && Number(spawnSync(program, [...args, baseline, "count"], { env, encoding: "utf8" }).stdout);
  spawnSync(program, [...args, "ip", "route", "flush", "proto", "static"]);
  return left;
}

async function runOnce(namespace, { name, command, baseline, settings }) {
  const { argument, reps = settings.reps, rate, problem } = workloads[name];
  const run = await measure(namespace, {
    command: [...command, argument],
    baseline,
    env: { PEER_REPS: reps, PEER_RTT: settings.rtt, PEER_INSERT: settings.insert },
    events: rate === undefined ? undefined : { seconds: settings.seconds, rate },
    counts: name === "insert",
  });
  const left = name === "insert" ? takeLeftovers(namespace, baseline) : 0;
  const wrong = run.died ?? problem(run.result ?? {}, namespace, argument, settings, { ...run, left });
  return { ...run, ...(wrong !== undefined && { problem: wrong }) };
}

/** Runs one round of one program, and repeats it at most twice while it is disturbed; the quietest counts. */
async function oneRound(namespace, job) {
  const { name, baseline, settings } = job;
  const tries = settings.patience > 0 && !workloads[name].starts ? 3 : 1;
  let best;
  for (let attempt = 0; attempt < tries; attempt++) {
    await silence(settings.patience);
    const run = await runOnce(namespace, job);
    if (best === undefined || run.noise < best.noise) best = run;
    if (baseline === undefined || isQuiet(best)) break;
  }
  return best;
}

/** Runs all rounds of one workload, the programs taking turns. */
async function runWorkload(namespace, name, { baseline, commands, settings }) {
  const runs = [];
  const rounds = workloads[name].starts ? settings.starts : settings.rounds;
  for (let round = 1; round <= rounds; round++)
    for (const [program, command] of Object.entries(commands)) {
      if (lacks(program, name)) continue;
      const run = await oneRound(namespace, { name, command, baseline, settings });
      runs.push({ workload: name, program, round, ...run });
      say(`${name} ${program} ${round}: ${run.problem ?? "ok"}, noise ${run.noise ?? "unknown"}`);
    }
  return runs;
}

async function runAll(context) {
  const { baseline, settings } = context;
  const wanted = settings.workloads.filter(
    (name) => baseline !== undefined || workloads[name].rate === undefined,
  );
  const runs = [];
  for (const [kind, routes] of Object.entries({ small: 0, big: settings.routes, million: 1_000_000 })) {
    const names = wanted.filter((name) => workloads[name].namespace === kind);
    if (names.length === 0) continue;
    say(`a namespace with ${routes} routes`);
    const namespace = await openNamespace(routes, baseline);
    for (const name of names) runs.push(...(await runWorkload(namespace, name, context)));
    namespace.close();
  }
  return runs;
}

/** Writes the results as JSON, one run per line. */
function write(file, results) {
  const lines = results.runs.map((run) => `    ${JSON.stringify(run)}`).join(",\n");
  const head = JSON.stringify({ ...results, runs: [] }, null, 2);
  writeFileSync(file, `${head.replace('"runs": []', `"runs": [\n${lines}\n  ]`)}\n`);
}

async function main(settings) {
  if (process.platform !== "linux") throw new Error("needs Linux");
  if (process.getuid() !== 0) throw new Error("needs root, to create network namespaces and routes");
  const baseline = compileBaseline();
  const commands = programCommands(settings, baseline);
  const load = () => loadavg()[0].toFixed(2);
  const before = load();
  const runs = await runAll({ baseline, commands, settings });
  const { routes, rounds, provisional, out } = settings;
  const head = {
    measured: new Date().toISOString(),
    provisional,
    machine: machine(),
    load: [before, load()],
  };
  const results = { ...head, settings: { routes, rounds }, programs: Object.keys(commands), runs };
  write(out, results);
  console.log(page(results));
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
try {
  const settings = settingsOf(process.argv.slice(2));
  if (settings.help) console.log(HELP);
  else await main(settings);
} catch (error) {
  say(error.message);
  process.exit(1);
}
