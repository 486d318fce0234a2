// This project as a user has it: packed and installed in build/installed, with the program of the benchmark beside it.
// Run as a program, it prints the path of that program.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, pack, whyUnreachable } from "../../tools/packed.mjs";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const folder = path("build/installed");

/** The program of the benchmark, and the command of users. */
export const installed = {
  program: join(folder, "rxnetlink.mjs"),
  rxnl: join(folder, "node_modules/rxnetlink/dist/bin/rxnl.js"),
};

/** Packs and installs everything again. */
export function installPublished() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path("build/tarballs"), { recursive: true });
  const unreachable = whyUnreachable(() => install(folder, pack(path("build/tarballs")).values()));
  if (unreachable !== undefined) throw new Error(unreachable);
  for (const name of ["rxnetlink.mjs", "rxnetlink", "protocol.mjs"])
    cpSync(path(name), join(folder, name), { recursive: true });
  return installed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(installPublished().program);
