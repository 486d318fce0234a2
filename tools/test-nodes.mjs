// Installs the packages as published in an empty folder, and imports, requires and uses them under each version of Node
// that they are for: npm run test:nodes. Needs the package registry, which has Node itself as a package.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const VERSIONS = [20, 22, 24, 26];
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rxnetlink-nodes-"));
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const manifests = readdirSync(join(root, "packages")).map((name) =>
  json(join(root, "packages", name, "package.json")),
);
const doors = manifests.flatMap(({ name, exports }) =>
  Object.keys(exports).map((door) => name + door.slice(1)),
);

/** Program that runs under each version: imports every door and asks this machine's kernel. */
const PROGRAM = `
for (const door of ${JSON.stringify(doors)})
  if (Object.keys(await import(door)).length === 0) throw new Error(door + " is empty");
const { one } = await import("rxnetlink/promises");
const { rtnetlink } = await import("rxnetlink");
const { ifname, type } = await one(rtnetlink().link.get$({ ifname: "lo" }));
console.log(process.version, ${doors.length} + " doors imported,", ifname, type);
`;
const REQUIRING = `
if (!process.features.require_module) console.log(process.version, "cannot require() modules");
else for (const door of ${JSON.stringify(doors)})
  if (Object.keys(require(door)).length === 0) throw new Error(door + " is empty");
`;

/** Runs a program in a folder; ends with what it printed where it fails. */
function run(cwd, program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status === 0) return stdout;
  throw new Error(`${program} ${args[0]} failed: ${error?.message ?? stdout + stderr}`);
}

/** The program `node` of a major version, installed beside the packages. */
function nodeOf(major) {
  const home = join(folder, `node-${major}`);
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), '{ "private": true }');
  const name = `node-${process.platform}-${process.arch}`;
  run(home, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline", `${name}@${major}`);
  return join(home, "node_modules", name, "bin/node");
}

try {
  const { packageManager } = json(join(root, "package.json"));
  const pack = ["--recursive", "--filter=./packages/*", "pack", "--pack-destination", folder];
  run(root, "npx", "--yes", "--prefer-offline", packageManager, ...pack);
  const tarballs = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  const files = tarballs.map((file) => join(folder, file));
  run(folder, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline", ...files);
  for (const major of VERSIONS) {
    const node = nodeOf(major);
    process.stdout.write(run(folder, node, "--input-type=module", "-e", PROGRAM));
    process.stdout.write(run(folder, node, "--no-warnings", "-e", REQUIRING));
  }
} finally {
  rmSync(folder, { recursive: true });
}
