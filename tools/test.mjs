// Runs the linter and all tests, and ends with a line that counts them. Run without root, the tests get a user
// namespace of their own, in which they may make network namespaces. With RXNETLINK_KERNEL_TESTS=vm the tests against
// the kernel run in a virtual machine instead.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = join(tmpdir(), `rxnetlink-tests-${process.pid}.json`);
const bin = (name, file) => [process.execPath, join(root, "node_modules", name, file)];

function run([program, ...args]) {
  return spawnSync(program, args, { cwd: root, stdio: "inherit" }).status ?? 1;
}

/** What puts a command into a user namespace of its own, where that is needed and can be had. */
function privileged(command) {
  if (process.getuid?.() === 0) return command;
  const wrapper = ["unshare", "--user", "--map-root-user", "--net"];
  const works = spawnSync(wrapper[0], [...wrapper.slice(1), "true"]).status === 0;
  if (!works) console.log("no user namespaces here: tests against the kernel are skipped");
  return works ? [...wrapper, ...command] : command;
}

const inVm = process.env.RXNETLINK_KERNEL_TESTS === "vm";
const lint = run([...bin("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings"]);
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const vitest = [...bin("vitest", "vitest.mjs"), "run", ...reporters];
const here = run(inVm ? vitest : privileged([...vitest, ...process.argv.slice(2)]));
const there = inVm ? run([process.execPath, join(root, "tools/test-vm.mjs"), "6.12"]) : 0;

let counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
try {
  counts = JSON.parse(readFileSync(report, "utf8"));
  rmSync(report);
} catch {
  console.log("the test runner left no report");
}
const unnamed = here !== 0 && counts.numFailedTests === 0 ? 1 : 0;
const failed = counts.numFailedTests + unnamed + (lint === 0 ? 0 : 1) + (there === 0 ? 0 : 1);
console.log(`${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests} skipped`);
process.exit(failed === 0 ? 0 : 1);
