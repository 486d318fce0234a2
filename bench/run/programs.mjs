// The measured programs: the baseline, compiled here, this project, the npm package `netlink`, and any others given.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, release } from "node:os";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const say = (text) => console.error(`bench: ${text}`);

/** What each program is. */
export const PROGRAMS = {
  baseline: "raw system calls and hand-written parsing in C",
  node: "`node -e 0`",
  rxnetlink: "this project, packed and installed as it is published",
  direct: "the same with `directTransport()`, which has no worker thread",
  "npm-netlink": "the npm package `netlink`",
  nft: "the command `nft -f`",
  ss: "the command `ss`, which prints what it lists",
};

/** The file that `nft` reads. */
export const ELEMENTS_FILE = path("build/elements.nft");

/** The compiled baseline, or `undefined` where there is no C compiler. */
export function compileBaseline() {
  const built = path("build/baseline");
  mkdirSync(path("build"), { recursive: true });
  const sources = readdirSync(path("baseline")).filter((name) => name.endsWith(".c"));
  const { status, error, stderr } = spawnSync("cc", ["-O2", "-o", built, ...sources], {
    cwd: path("baseline"),
    encoding: "utf8",
  });
  if (status === 0) return built;
  if (error === undefined) throw new Error(`the baseline does not compile: ${stderr}`);
  say("no C compiler (cc): no baseline, so few ratios; no events, no busy core, no memory, no noise");
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

/** The command line of each program, for an argument. */
function commandsOf(baseline, published) {
  const node = process.execPath;
  const { program, rxnl } = published;
  const own = (argument) =>
    argument === "startup" ? [node, rxnl, "link", "list", "--json"] : [node, program, argument];
  return {
    ...(baseline !== undefined && { baseline: (argument) => [baseline, argument] }),
    node: () => [node, "-e", "0"],
    rxnetlink: own,
    direct: (argument) => [...own(argument), "direct"],
    "npm-netlink": (argument) => [node, path("npm-netlink.mjs"), argument],
    nft: () => ["nft", "-f", ELEMENTS_FILE],
    ss: (argument) => ["ss", argument === "sockets-info" ? "-HOtnemi" : "-HOtnem"],
  };
}

/** The requested programs that are available, by name: each returns its command line for an argument. */
export function programCommands({ programs, extra }, baseline, published) {
  const all = commandsOf(baseline, published);
  if (programs.includes("npm-netlink") && netlinkVersion() === undefined) delete all["npm-netlink"];
  const known = programs.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]);
  const further = extra.map((text) => {
    const [name, ...command] = text.split("=");
    return [name, (argument) => [...command.join("=").split(" "), argument]];
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
