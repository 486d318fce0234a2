// The measured programs: the baseline, compiled here, this project, the npm package `netlink`, and any others given.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, release } from "node:os";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const say = (text) => console.error(`bench: ${text}`);

/** The compiled baseline, or `undefined` where there is no C compiler. */
export function compileBaseline() {
  const built = path("build/baseline");
  mkdirSync(path("build"), { recursive: true });
  const { status, error, stderr } = spawnSync("cc", [
    "-O2",
    "-o",
    built,
    path("baseline.c"),
    path("workload.c"),
  ]);
  if (status === 0) return built;
  if (error === undefined) throw new Error(`the baseline does not compile: ${stderr}`);
  say("no C compiler (cc): no baseline, so no ratios; no storm, no memory, no noise");
  return undefined;
}

function netlinkVersion() {
  try {
    createRequire(import.meta.url)("netlink");
    return JSON.parse(readFileSync(path("node_modules/netlink/package.json"), "utf8")).version;
  } catch (error) {
    say(`npm netlink is left out: ${error.message.split("\n")[0]}`);
    return undefined;
  }
}

/** The command of each requested program that is available, by name. */
export function programCommands({ programs, extra }, baseline) {
  const all = { rxnetlink: [process.execPath, path("rxnetlink.mjs")] };
  if (baseline !== undefined) all.baseline = [baseline];
  if (programs.includes("npm-netlink") && netlinkVersion() !== undefined)
    all["npm-netlink"] = [process.execPath, path("npm-netlink.mjs")];
  const known = programs.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]);
  const further = extra.map((text) => {
    const [name, ...command] = text.split("=");
    return [name, command.join("=").split(" ")];
  });
  return Object.fromEntries([...known, ...further]);
}

/** The machine and the versions of everything involved. */
export function machine() {
  const compiler = spawnSync("cc", ["-dumpfullversion"], { encoding: "utf8" }).stdout?.trim();
  const competitor = netlinkVersion();
  return [
    `kernel ${release()}`,
    `${cpus().length} × ${cpus()[0].model}`,
    `Node ${process.versions.node}`,
    ...(compiler ? [`cc ${compiler}`] : []),
    ...(competitor ? [`npm netlink ${competitor}`] : []),
  ];
}
