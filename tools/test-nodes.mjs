// Installs the packages as published in empty folders, by each package manager under each version of Node that they are for, and
// imports, requires and uses them there; compiles and runs the starter; runs them under Bun and Deno: npm run test:nodes. Needs
// the package registry, which has all of these as packages. With versions of Node as arguments, only these.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { doors, install, pack, peers, run } from "./packed.mjs";

const VERSIONS = [20, 22, 24, 26];
/** Other runtimes, with the arguments before the name of a program. */
const OTHERS = [["bun"], ["deno", "run", "--allow-all"]];
const STARTER = fileURLToPath(new URL("../examples/starter", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rxnetlink-nodes-"));

/**
 * Package managers: the package of each, and what it installs and runs a program by. Yarn 4 has no node_modules; its resolver
 * does not see modules that Node 20 requires.
 */
const MANAGERS = [
  { name: "npm", package: "npm@10", bin: "npm", install: ["install", "--no-audit", "--no-fund"], node: [] },
  { name: "pnpm", package: "pnpm@10", bin: "pnpm", install: ["install", "--no-frozen-lockfile"], node: [] },
  { name: "yarn 1", package: "yarn@1", bin: "yarn", install: ["install", "--no-lockfile"], node: [] },
  {
    name: "yarn 4",
    package: "@yarnpkg/cli-dist@4",
    bin: "yarn",
    install: ["install", "--no-immutable"],
    node: ["node"],
  },
];

/** Program that runs under each version: imports every door and asks this machine's kernel. */
const PROGRAM = `
for (const door of ${JSON.stringify(doors)})
  if (Object.keys(await import(door)).length === 0) throw new Error(door + " is empty");
const { one } = await import("rxnetlink/promises");
const { rtnetlink } = await import("rxnetlink");
const { ifname, type } = await one(rtnetlink().link.get$({ ifname: "lo" }));
const { netfilter } = await import("rxnetlink/netfilter");
// All that is read of netfilter is its generation, which needs CAP_NET_ADMIN.
const generation = await one(netfilter().nftables.generation$()).then(
  ({ id }) => "generation " + id,
  (error) => { if (error.code !== "EPERM") throw error; return error.message; },
);
// The thread of a transport is a file of the package, wherever that is.
const { kernelTransport } = await import("rxnetlink");
const inThread = rtnetlink({ transport: kernelTransport({ headStart: false }) });
await one(inThread.link.get$({ ifname: "lo" }));
await inThread.transport.close();
console.log(${doors.length} + " doors imported,", ifname, type + ",", generation);
`;
const REQUIRING = `
if (!process.features.require_module) console.log("modules cannot be required");
else for (const door of ${JSON.stringify(doors)})
  if (Object.keys(require(door)).length === 0) throw new Error(door + " is empty");
`;

/** A program in a package, installed beside the packages. */
function programOf(name, path) {
  const home = join(folder, name);
  install(home, [name]);
  return join(home, "node_modules", path);
}

/** The program `node` of a major version. */
function nodeOf(major) {
  const name = `node-${process.platform}-${process.arch}`;
  return programOf(`${name}@${major}`, `${name}/bin/node`);
}

/** A manifest that takes all packages from their tarballs, also those that depend on each other. */
function manifestOf(tarballs, more) {
  const files = Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]));
  return {
    private: true,
    type: "module",
    ...more,
    dependencies: { ...more.dependencies, ...files },
    resolutions: files,
  };
}

/** Runs a package manager in a folder, under a version of Node. */
function runBy(manager, node, home, ...args) {
  const path = `PATH=${dirname(node)}:${process.env.PATH}`;
  // A cache of its own: that of Yarn 1 takes a tarball for another one of the same version.
  const environment = [path, `YARN_CACHE_FOLDER=${join(folder, "cache")}`];
  const npx = ["npx", "--yes", "--prefer-offline", "--package", manager.package];
  return run(home, "env", ...environment, ...npx, manager.bin, ...args);
}

/** Installs all packages by a package manager, and uses them. */
function tryOut(manager, node, major, tarballs) {
  const home = join(folder, `${manager.name.replace(" ", "-")}-${major}`);
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), JSON.stringify(manifestOf(tarballs, { dependencies: peers })));
  // Yarn looks for the root of a project above.
  writeFileSync(join(home, "yarn.lock"), "");
  writeFileSync(join(home, "program.mjs"), PROGRAM);
  writeFileSync(join(home, "requiring.cjs"), REQUIRING);
  runBy(manager, node, home, ...manager.install);
  const requires = manager.name !== "yarn 4" || major > 20;
  for (const file of ["program.mjs", ...(requires ? ["requiring.cjs"] : [])]) {
    const printed =
      manager.node.length === 0
        ? run(home, node, "--no-warnings", file)
        : runBy(manager, node, home, ...manager.node, file);
    if (printed !== "") console.log(`Node ${major}, ${manager.name}: ${printed.trim()}`);
  }
}

/** Installs, compiles and runs the starter as its README says. */
function tryStarter(node, major, tarballs) {
  const home = join(folder, `starter-${major}`);
  cpSync(STARTER, home, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  writeFileSync(join(home, "package.json"), JSON.stringify(manifestOf(tarballs, manifest)));
  const npm = MANAGERS[0];
  runBy(npm, node, home, ...npm.install);
  runBy(npm, node, home, "run", "build");
  const printed = run(home, "timeout", "--signal=INT", "--preserve-status", "5", node, "dist/index.js");
  if (!printed.includes("changes follow")) throw new Error(`the starter printed ${printed}`);
  console.log(`Node ${major}: the starter runs`);
}

/** Imports and uses the packages under Bun and Deno. */
function tryOthers(tarballs) {
  const home = join(folder, "others");
  install(home, tarballs.values());
  writeFileSync(join(home, "program.mjs"), PROGRAM);
  for (const [name, ...flags] of OTHERS) {
    const printed = run(home, programOf(name, `.bin/${name}`), ...flags, "program.mjs");
    console.log(`${name}: ${printed.trim()}`);
  }
}

try {
  const tarballs = pack(folder);
  const versions = process.argv.length > 2 ? process.argv.slice(2).map(Number) : VERSIONS;
  for (const major of versions) {
    const node = nodeOf(major);
    for (const manager of MANAGERS) tryOut(manager, node, major, tarballs);
    tryStarter(node, major, tarballs);
  }
  tryOthers(tarballs);
} finally {
  rmSync(folder, { recursive: true });
}
