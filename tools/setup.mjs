// Installs and builds whatever a checkout lacks; does nothing, and writes nothing, if everything is up to date. With the
// argument "command" it builds only the command rxnl, in a second; without, all packages, their tests and the examples.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const INSTALLED = join(root, "node_modules/.installed-for");
const BUILT = join(root, "node_modules/.built-for");
const BUNDLED = join(root, "node_modules/.bundled-for");
/** Endings of what the compiler makes of a source. */
const COMPILED = /(\.d\.ts|\.js)(\.map)?$/;
const SKIPPED = new Set(["node_modules", "dist", "dist-test", "golden"]);

/** Finds all files below a folder whose path matches. */
function filesBelow(folder, ending) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(path, ending);
    return ending.test(entry.name) ? [path] : [];
  });
}

function digest(files) {
  const hash = createHash("sha256").update(process.version.split(".")[0]);
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Runs a program with its output on standard error, since standard output belongs to the command. */
function run(program, args) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, CI: "true" },
  });
  if (status === 0) return;
  console.error(`${program} ${args.join(" ")} failed${error === undefined ? "" : `: ${error.message}`}`);
  process.exit(status ?? 1);
}

/** Runs and announces a step, unless its result exists and its inputs are unchanged. */
function once(what, { stamp, makes = root, inputs }, step) {
  const wanted = digest(inputs);
  if (existsSync(makes) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const began = performance.now();
  console.error(`${what} …`);
  step();
  console.error(`… done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  writeFileSync(stamp, wanted);
}

const manifests = [
  ...["packages", "tools/drift"].flatMap((folder) => filesBelow(folder, /^package\.json$/)),
  "package.json",
  "examples/package.json",
  "bench/package.json",
];
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

once(
  "Installing dependencies (once)",
  { stamp: INSTALLED, inputs: [...manifests, "pnpm-lock.yaml", "pnpm-workspace.yaml"] },
  () =>
    run("npx", [
      "--yes",
      "--prefer-offline",
      packageManager,
      "install",
      "--frozen-lockfile",
      "--prefer-offline",
    ]),
);

/** Removes compiled files whose source has been moved or deleted: tests would still run, types would be published. */
function removeOrphans(compiled, sources) {
  if (!existsSync(join(root, compiled))) return;
  const files = readdirSync(join(root, compiled), { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => COMPILED.test(name)))
    if (![".ts", ".tsx"].some((ending) => existsSync(join(root, sources, file.replace(COMPILED, ending)))))
      rmSync(join(root, compiled, file));
}

const homes = [...readdirSync(join(root, "packages")).map((name) => `packages/${name}`), "tools/drift"];
const isSource = (path) => !/\.test\.ts$|\/test\//.test(path);
const sources = ["packages", "tools/drift", "examples"].flatMap((folder) =>
  filesBelow(folder, /\.(tsx?|css|html|svg)$|^tsconfig.*\.json$/),
);
const common = [
  ...manifests,
  "pnpm-lock.yaml",
  "tsconfig.json",
  "tsconfig.base.json",
  "tools/bundle.mjs",
  "tools/page.mjs",
];
const bundle = (...what) => run(process.execPath, ["tools/bundle.mjs", ...what]);

if (process.argv[2] === "command") {
  const needed = [
    "backup",
    "capture",
    "core",
    "diag",
    "events",
    "generic",
    "netfilter",
    "protocols",
    "route",
    "testing",
    "transport",
    "rxnetlink",
    "web",
    "xfrm",
    "ynl",
  ].map((name) => join("packages", name, "src"));
  const isNeeded = (path) => needed.some((folder) => path.startsWith(folder)) && isSource(path);
  const inputs = [...sources.filter(isNeeded), ...common];
  const makes = join(root, "packages/rxnetlink/dist/bin/rxnl.js");
  once("Building the command rxnl", { stamp: BUNDLED, makes, inputs }, () => bundle("command"));
} else
  once(
    "Compiling all packages, tests and examples",
    { stamp: BUILT, inputs: [...sources, ...common] },
    () => {
      run(process.execPath, ["node_modules/typescript/bin/tsc", "-b"]);
      // What is bundled is removed too, and made again.
      for (const home of homes) {
        removeOrphans(`${home}/dist`, `${home}/src`);
        removeOrphans(`${home}/dist-test`, home);
      }
      bundle();
    },
  );
