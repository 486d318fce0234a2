// `npm run bench:own`: measures this project against a C baseline and the npm package `netlink`, using nothing but
// this repository. Needs root. See docs/performance.md, or `npm run bench:own -- --help`.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { page } from "./page/table.mjs";
import { installPublished } from "./run/installed.mjs";
import { whyLeftOut } from "./run/left-out.mjs";
import { measure } from "./run/measure.mjs";
import { inside, openNamespace } from "./run/namespace-setup.mjs";
import { isQuiet, silence } from "./run/noise.mjs";
import { compileBaseline, ELEMENTS_FILE, machine, PROGRAMS, programCommands } from "./run/programs.mjs";
import { HELP, settingsOf } from "./settings.mjs";
import { argumentOf, workloads } from "./workloads.mjs";

const say = (text) => console.error(`bench: ${text}`);

/** True if a program takes part in a workload: it is listed there, or is none of ours. */
const takesPart = (program, { programs }) => programs.includes(program) || !Object.hasOwn(PROGRAMS, program);

/** Counts the routes that `insert` has left behind, and removes them. */
function takeLeftovers({ enter: [program, ...args], env }, baseline) {
  const left =
    baseline && Number(spawnSync(program, [...args, baseline, "count"], { env, encoding: "utf8" }).stdout);
  spawnSync(program, [...args, "ip", "route", "flush", "proto", "static"]);
  return left;
}

async function runOnce(namespace, { name, program, command, baseline, settings }) {
  const workload = workloads[name];
  const { reps = settings.reps, storm, busy, pinned, check } = workload;
  const argument = argumentOf(workload, program);
  const { rtt, warm, insert, elements, seconds } = settings;
  const silence = Math.max(process.env.PEER_SILENCE_MS ?? 1500, 1500 / (storm?.rate || Infinity));
  const run = await measure(namespace, {
    command: command(argument),
    baseline,
    env: {
      PEER_REPS: reps,
      PEER_RTT: rtt,
      PEER_WARM: warm,
      PEER_INSERT: insert,
      PEER_ELEMENTS: elements,
      PEER_SILENCE_MS: silence,
    },
    events: storm && { ...storm, seconds: seconds * (storm.times ?? 1) },
    counts: name === "insert",
    busy,
    pinned,
  });
  const left = name === "insert" ? takeLeftovers(namespace, baseline) : 0;
  const after = workload.after && inside(namespace, workload.after).stdout.trim();
  const context = { namespace, argument, program, settings, run: { ...run, left, after } };
  const wrong = run.died ?? check(run.result ?? {}, context);
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
  const workload = workloads[name];
  const most = workload.starts ? settings.starts : settings.rounds;
  for (let round = 1; round <= Math.min(most, workload.rounds ?? most); round++)
    for (const [program, command] of Object.entries(commands)) {
      if (!takesPart(program, workload)) continue;
      const run = await oneRound(namespace, { name, program, command, baseline, settings });
      runs.push({ workload: name, program, round, ...run });
      say(
        `${name} ${program} ${round}: ${run.problem ?? "ok"}, noise ${run.noise ?? "unknown"} ${run.stderr ?? ""}`,
      );
    }
  return runs;
}

/** Runs one workload in a namespace of its own; it is left out if what it needs cannot be set up there. */
async function runInOwn(name, context) {
  const { baseline, settings } = context;
  const namespace = await openNamespace(0, baseline);
  Object.assign(namespace.env, { PEER_BASELINE: baseline, PEER_ELEMENTS_FILE: ELEMENTS_FILE });
  const { status, stderr } = inside(namespace, `set -e\n${workloads[name].setup(settings)}`);
  if (status !== 0) say(`${name} is left out: it cannot be set up here: ${stderr.trim()}`);
  const runs = status === 0 ? await runWorkload(namespace, name, context) : [];
  namespace.close();
  return runs;
}

async function runAll(context) {
  const { baseline, settings } = context;
  const wanted = settings.workloads.filter((name) => {
    const reason = whyLeftOut(workloads[name], baseline);
    if (reason !== undefined) say(`${name} is left out: ${reason}`);
    return reason === undefined;
  });
  const runs = [];
  for (const [kind, routes] of Object.entries({ small: 0, big: settings.routes, million: 1_000_000 })) {
    const names = wanted.filter((name) => workloads[name].namespace === kind);
    if (names.length === 0) continue;
    say(`a namespace with ${routes} routes`);
    const namespace = await openNamespace(routes, baseline);
    for (const name of names) runs.push(...(await runWorkload(namespace, name, context)));
    namespace.close();
  }
  const initial = { enter: [], env: process.env };
  for (const name of wanted)
    if (workloads[name].namespace === "initial") runs.push(...(await runWorkload(initial, name, context)));
  for (const name of wanted)
    if (workloads[name].namespace === "own") runs.push(...(await runInOwn(name, context)));
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
  say("packing and installing what is published");
  const commands = programCommands(settings, baseline, installPublished());
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
