import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "rxnetlink-find-")));
afterAll(() => rmSync(folder, { recursive: true }));

function makePackage(path: string, name: string): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "package.json"), JSON.stringify({ name, exports: "./dist/index.js" }));
}

it("finds the dependencies of a package that is not built, as in a checkout with just the command built", () => {
  const transport = join(folder, "node_modules/@rxnetlink/transport");
  const native = join(transport, "node_modules/native");
  makePackage(transport, "@rxnetlink/transport");
  makePackage(native, "native");
  mkdirSync(join(native, "dist"));
  writeFileSync(join(native, "dist/index.js"), "");
  const module = import.meta.resolve("#src/linux/find-module.js");
  const program = `import { findModule } from "${module}"; console.log(findModule("native"));`;
  const args = ["--input-type=module", "-e", program];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(stdout).toBe(`${join(native, "dist/index.js")}\n`);
});
