// Who is measured: the floor, compiled here, this project, the npm package `netlink`, and whoever else is named.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, release } from "node:os";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const say = (text) => console.error(`bench: ${text}`);

/** The compiled floor, or `undefined` where there is no C compiler. */
export function compileFloor() {
  const built = path("build/floor");
  mkdirSync(path("build"), { recursive: true });
  const { status, error, stderr } = spawnSync("cc", ["-O2", "-o", built, path("floor.c"), path("scene.c")]);
  if (status === 0) return built;
  if (error === undefined) throw new Error(`the floor does not compile: ${stderr}`);
  say("no C compiler (cc): no floor, so no ratios; no storm, no memory, no noise");
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

/** The command of each peer that is wanted and here, by name. */
export function peerCommands({ peers, extra }, floor) {
  const all = { rxnetlink: [process.execPath, path("peer.mjs")] };
  if (floor !== undefined) all.floor = [floor];
  if (peers.includes("npm-netlink") && netlinkVersion() !== undefined)
    all["npm-netlink"] = [process.execPath, path("netlink-peer.mjs")];
  const known = peers.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]);
  const further = extra.map((text) => {
    const [name, ...command] = text.split("=");
    return [name, command.join("=").split(" ")];
  });
  return Object.fromEntries([...known, ...further]);
}

/** On what and with which versions all this is measured. */
export function machine() {
  const compiler = spawnSync("cc", ["-dumpfullversion"], { encoding: "utf8" }).stdout?.trim();
  const peer = netlinkVersion();
  return [
    `kernel ${release()}`,
    `${cpus().length} × ${cpus()[0].model}`,
    `Node ${process.versions.node}`,
    ...(compiler ? [`cc ${compiler}`] : []),
    ...(peer ? [`npm netlink ${peer}`] : []),
  ];
}
