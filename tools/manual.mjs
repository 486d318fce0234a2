// The pages of the manual that the package rxnetlink has: the command rxnl writes them, and its manifest names them, for
// npm knows no folder of compressed ones.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../packages/rxnetlink/${name}`, import.meta.url));
const FOLDER = "dist/man";

/** Has rxnl write its pages, and names them in the manifest if others are there. */
export function writeManual() {
  rmSync(path(FOLDER), { recursive: true, force: true });
  const program = [path("dist/bin/rxnl.js"), "man", `--into=${path(FOLDER)}`];
  const names = execFileSync(process.execPath, program, { encoding: "utf8" }).trim().split("\n").sort();
  const text = readFileSync(path("package.json"), "utf8");
  const { man: _before, ...manifest } = JSON.parse(text);
  const now = `${JSON.stringify({ ...manifest, man: names.map((name) => `./${FOLDER}/${name}`) }, null, 2)}\n`;
  if (now !== text) writeFileSync(path("package.json"), now);
}
