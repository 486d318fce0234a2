// `npm run bench:own`: measures this project against our own C floor and the npm package `netlink`, with nothing but
// this repository. Needs root. See docs/performance.md, or `npm run bench:own -- --help`.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { measure, silence } from "./measure.mjs";
import { compileFloor, machine, peerCommands } from "./peers.mjs";
import { openScene } from "./scene.mjs";
import { HELP, settingsOf } from "./settings.mjs";
import { isQuiet, page } from "./table.mjs";
import { workloads } from "./workloads.mjs";

const say = (text) => console.error(`bench: ${text}`);

/** npm netlink gives whole tables only, and a million of its objects is more than Node's heap takes. */
const lacks = (peer, name) =>
  (workloads[name].own && ["floor", "npm-netlink"].includes(peer)) ||
  (peer === "npm-netlink" && (name === "stream" || workloads[name].scene === "million"));

/** How many routes `insert` has left behind; they are taken away for the next. */
function takeLeftovers({ enter: [program, ...args], env }, floor) {
  const left =
    floor && Number(spawnSync(program, [...args, floor, "count"], { env, encoding: "utf8" }).stdout);
  spawnSync(program, [...args, "ip", "route", "flush", "proto", "static"]);
  return left;
}

async function runOnce(scene, { name, command, floor, settings }) {
  const { argument, reps = settings.reps, rate, problem } = workloads[name];
  const run = await measure(scene, {
    command: [...command, argument],
    floor,
    env: { PEER_REPS: reps, PEER_RTT: settings.rtt, PEER_INSERT: settings.insert },
    events: rate === undefined ? undefined : { seconds: settings.seconds, rate },
    counts: name === "insert",
  });
  const left = name === "insert" ? takeLeftovers(scene, floor) : 0;
  const wrong = run.died ?? problem(run.result ?? {}, scene, argument, settings, { ...run, left });
  return { ...run, ...(wrong !== undefined && { problem: wrong }) };
}

/** One round of one peer. If it was disturbed, it is taken again, at most twice; the least disturbed counts. */
async function oneRound(scene, job) {
  const { name, floor, settings } = job;
  const tries = settings.patience > 0 && !workloads[name].starts ? 3 : 1;
  let best;
  for (let attempt = 0; attempt < tries; attempt++) {
    await silence(settings.patience);
    const run = await runOnce(scene, job);
    if (best === undefined || run.noise < best.noise) best = run;
    if (floor === undefined || isQuiet(best)) break;
  }
  return best;
}

/** All rounds of one workload, the peers in turn. */
async function runWorkload(scene, name, { floor, commands, settings }) {
  const runs = [];
  const rounds = workloads[name].starts ? settings.starts : settings.rounds;
  for (let round = 1; round <= rounds; round++)
    for (const [peer, command] of Object.entries(commands)) {
      if (lacks(peer, name)) continue;
      const run = await oneRound(scene, { name, command, floor, settings });
      runs.push({ workload: name, peer, round, ...run });
      say(`${name} ${peer} ${round}: ${run.problem ?? "ok"}, noise ${run.noise ?? "unknown"}`);
    }
  return runs;
}

async function runAll(context) {
  const { floor, settings } = context;
  const wanted = settings.workloads.filter(
    (name) => floor !== undefined || workloads[name].rate === undefined,
  );
  const runs = [];
  for (const [kind, routes] of Object.entries({ small: 0, big: settings.routes, million: 1_000_000 })) {
    const names = wanted.filter((name) => workloads[name].scene === kind);
    if (names.length === 0) continue;
    say(`a namespace with ${routes} routes`);
    const scene = await openScene(routes, floor);
    for (const name of names) runs.push(...(await runWorkload(scene, name, context)));
    scene.close();
  }
  return runs;
}

/** The results as JSON, a run a line. */
function write(file, results) {
  const lines = results.runs.map((run) => `    ${JSON.stringify(run)}`).join(",\n");
  const head = JSON.stringify({ ...results, runs: [] }, null, 2);
  writeFileSync(file, `${head.replace('"runs": []', `"runs": [\n${lines}\n  ]`)}\n`);
}

async function main(settings) {
  if (process.platform !== "linux") throw new Error("needs Linux");
  if (process.getuid() !== 0)
    throw new Error("needs root, for network namespaces of its own and their routes");
  const floor = compileFloor();
  const commands = peerCommands(settings, floor);
  const load = () => loadavg()[0].toFixed(2);
  const before = load();
  const runs = await runAll({ floor, commands, settings });
  const { routes, rounds, provisional, out } = settings;
  const head = {
    measured: new Date().toISOString(),
    provisional,
    machine: machine(),
    load: [before, load()],
  };
  const results = { ...head, settings: { routes, rounds }, peers: Object.keys(commands), runs };
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
