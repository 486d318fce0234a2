// Runs the tests against the kernel under Debian kernels in a virtual machine: node tools/test-vm.mjs [KERNEL…], of
// generic (6.1), 6.12 and newest (7.x); all three by default. Needs root, and installs qemu where it is missing.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const KERNELS = ["generic", "6.12", "newest"];
/** The machine is emulated: it may take its time. */
const PATIENCE = 2400;

/** What the tests under one kernel came to. */
function testUnder(kernel) {
  const folder = mkdtempSync(join(tmpdir(), "rxnetlink-vm-"));
  const report = join(folder, "report.json");
  const vitest = `node ${root}node_modules/vitest/vitest.mjs run .kernel.test.js --testTimeout=300000 --hookTimeout=300000 --maxWorkers=2 --reporter=default --reporter=json --outputFile.json=${report}`;
  const options = [
    "--kernel",
    kernel,
    "--rw",
    folder,
    "--cwd",
    root,
    "--mem",
    "4096",
    "--timeout",
    String(PATIENCE),
  ];
  spawnSync(join(root, "tools/run-in-vm.sh"), [...options, vitest], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
    return { kernel, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { kernel, passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const asked = process.argv.slice(2);
const counts = (asked.length > 0 ? asked : KERNELS).map(testUnder);
for (const { kernel, passed, failed, skipped } of counts)
  console.log(`${kernel}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(counts.every(({ failed }) => failed === 0) ? 0 : 1);
