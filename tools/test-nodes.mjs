// Installs the packages as published in an empty folder, and imports, requires and uses them under each version of Node
// that they are for: npm run test:nodes. Needs the package registry, which has Node itself as a package.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { doors, install, pack, run } from "./packed.mjs";

const VERSIONS = [20, 22, 24, 26];
const folder = mkdtempSync(join(tmpdir(), "rxnetlink-nodes-"));

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

/** The program `node` of a major version, installed beside the packages. */
function nodeOf(major) {
  const home = join(folder, `node-${major}`);
  const name = `node-${process.platform}-${process.arch}`;
  install(home, [`${name}@${major}`]);
  return join(home, "node_modules", name, "bin/node");
}

try {
  install(folder, pack(folder).values());
  for (const major of VERSIONS) {
    const node = nodeOf(major);
    process.stdout.write(run(folder, node, "--input-type=module", "-e", PROGRAM));
    process.stdout.write(run(folder, node, "--no-warnings", "-e", REQUIRING));
  }
} finally {
  rmSync(folder, { recursive: true });
}
