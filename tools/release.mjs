// Publishes what is not published yet, with provenance: npm run release, which the workflow runs. The registry checks that the
// sources are where a manifest says; no manifest does until then, so that clones and forks are alike.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
if (server === undefined || repository === undefined) {
  console.error("packages are published by the workflow .github/workflows/release.yml only");
  process.exit(1);
}

for (const name of readdirSync(path("packages"))) {
  const file = path(`packages/${name}/package.json`);
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  manifest.repository = {
    type: "git",
    url: `git+${server}/${repository}.git`,
    directory: `packages/${name}`,
  };
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

const changesets = path("node_modules/@changesets/cli/bin.js");
const { status } = spawnSync(process.execPath, [changesets, "publish"], {
  cwd: path(""),
  stdio: "inherit",
  env: { ...process.env, NPM_CONFIG_PROVENANCE: "true" },
});
process.exit(status ?? 1);
