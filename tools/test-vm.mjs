// Runs the tests against the kernel under Debian kernels in a virtual machine: node tools/test-vm.mjs [KERNEL…] [-- FILE…],
// of generic (6.1), 6.12 and newest (7.x); all three by default. Needs root, and installs qemu where it is missing.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const machine = join(root, "tools/run-in-vm.sh");
const KERNELS = ["generic", "6.12", "newest"];
/** The machine is emulated: it may take its time, in seconds. */
const PATIENCE = 3600;
/** All files are tested in so many parts, each in a machine of its own, so that what one has found out is kept. */
const PARTS = 8;
const ALL = "test/kernel/ .kernel.test.";

/** Why a kernel cannot be had here, or `undefined` where it can; prepares it. */
export function whyNoMachine(kernel) {
  if (process.getuid?.() !== 0) return "a virtual machine needs root";
  const { status, stderr } = spawnSync(machine, ["--kernel", kernel, "--prepare"], { encoding: "utf8" });
  return status === 0 ? undefined : stderr.trim().split("\n").at(-1) || `no kernel ${kernel}`;
}

/** What the report of a test run counts; one failure where there is none. */
export function countsOf(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    console.log("the test runner left no report");
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** What tests under one kernel came to, in one machine; `more` goes to the test runner. */
export function testInMachine(kernel, more) {
  const folder = mkdtempSync(join(tmpdir(), "rxnetlink-vm-"));
  const report = join(folder, "report.json");
  // A kernel with tunnels puts some into each new namespace, and tests count links.
  const alone = "echo 1 > /proc/sys/net/core/fb_tunnels_only_for_init_net";
  // Where time runs unevenly, a test that waits for the kernel may fail once.
  const patient = "--testTimeout=300000 --hookTimeout=300000 --retry=1 --maxWorkers=2 --no-isolate";
  const reporters = `--reporter=default --reporter=json --outputFile.json=${report}`;
  const vitest = `${alone}; node ${root}node_modules/vitest/vitest.mjs run ${more} ${patient} ${reporters}`;
  const size = ["--mem", "4096", "--timeout", String(PATIENCE)];
  const options = ["--kernel", kernel, "--rw", folder, "--cwd", root, ...size];
  try {
    const stdio = ["ignore", "inherit", "inherit"];
    const { status } = spawnSync(machine, [...options, vitest], { cwd: root, stdio });
    const counts = countsOf(report);
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Counts of several runs as one. */
export function sumOf(all) {
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** What all tests under one kernel came to; after so many minutes no further part is begun. */
export function testUnder(kernel, minutes = Number.POSITIVE_INFINITY) {
  const end = Date.now() + minutes * 60_000;
  const parts = [];
  while (parts.length < PARTS && Date.now() < end)
    parts.push(testInMachine(kernel, `${ALL} --shard=${parts.length + 1}/${PARTS}`));
  if (parts.length < PARTS)
    console.log(
      `kernel ${kernel}: ${PARTS - parts.length} of ${PARTS} parts left out after ${minutes} minutes`,
    );
  return sumOf(parts);
}

/** A line that counts. */
export const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const [kernels, files] = [args.slice(0, end), args.slice(end + 1)];
  const test = (kernel) => (files.length > 0 ? testInMachine(kernel, files.join(" ")) : testUnder(kernel));
  const results = (kernels.length > 0 ? kernels : KERNELS).map((kernel) => ({ kernel, ...test(kernel) }));
  for (const counts of results) console.log(`${counts.kernel}: ${line(counts)}`);
  process.exit(results.every(({ failed }) => failed === 0) ? 0 : 1);
}
