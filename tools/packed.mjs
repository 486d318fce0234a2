// The packages as a user has them: packed as they are published, and installed by npm. For tests and the benchmark.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const OUT_OF_REACH =
  /npm error code (EAI_AGAIN|ENOTFOUND|ENOTCACHED|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)/;

/** The manifests of all packages. */
export const manifests = readdirSync(join(root, "packages")).map((name) =>
  json(join(root, "packages", name, "package.json")),
);

/** All that can be imported of what is published: `rxnetlink`, `@rxnetlink/testing/kernel` … */
export const doors = manifests.flatMap(({ name, exports, publishConfig }) =>
  Object.keys(exports)
    .filter((door) => door in publishConfig.exports)
    .map((door) => name + door.slice(1)),
);

/** What users install beside the packages, since not all package managers bring it: `rxjs` and others, with their ranges. */
export const peers = Object.assign({}, ...manifests.map(({ peerDependencies }) => peerDependencies));

/** Runs a program in a folder, which must succeed, and returns what it prints. */
export function run(cwd, program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status === 0) return stdout;
  throw new Error(`${program} ${args.join(" ")} failed: ${error?.message ?? stdout + stderr}`);
}

/** Packs all packages into a folder; returns the tarballs by the names of the packages. */
export function pack(folder) {
  const { packageManager } = json(join(root, "package.json"));
  const npx = ["--yes", "--prefer-offline", "--fetch-retries=0", packageManager];
  run(root, "npx", ...npx, "--recursive", "--filter=./packages/*", "pack", "--pack-destination", folder);
  const nameOf = ({ name, version }) => `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
  return new Map(manifests.map((manifest) => [manifest.name, join(folder, nameOf(manifest))]));
}

/** Installs packages in an empty folder, which is made: tarballs, or names. */
export function install(folder, packages, ...flags) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  run(folder, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline", ...flags, ...packages);
}

/** The reason why the package registry could not be reached, if a step failed for that; throws other errors again. */
export function whyUnreachable(step) {
  try {
    step();
    return undefined;
  } catch (error) {
    const code = OUT_OF_REACH.exec(error.message)?.[1];
    if (code === undefined) throw error;
    return `the package registry cannot be reached (${code})`;
  }
}
