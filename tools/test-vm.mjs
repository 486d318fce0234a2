// Runs the tests against the kernel in virtual machines with Debian kernels: node tools/test-vm.mjs [KERNEL…] [--with MODULE]
// [-- FILE…], with the kernels generic (6.1), 6.12 and newest (7.x), by default all three. Needs root, and installs qemu if
// missing. Modules that Debian leaves out, such as netdevsim, are built: see tools/run-in-vm.sh.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const machine = join(root, "tools/run-in-vm.sh");
const KERNELS = ["generic", "6.12", "newest"];
/** Time limit in seconds; an emulated machine is slow. */
const PATIENCE = 3600;
/** Number of parts that the files are tested in, each in its own machine, so that finished results are kept. */
const PARTS = 8;
const ALL = "test/kernel/ .kernel.test.";

/** Prepares a kernel; returns the reason if that is impossible here. */
export function whyNoMachine(kernel) {
  if (process.getuid?.() !== 0) return "a virtual machine needs root";
  const { status, stderr } = spawnSync(machine, ["--kernel", kernel, "--prepare"], { encoding: "utf8" });
  return status === 0 ? undefined : stderr.trim().split("\n").at(-1) || `no kernel ${kernel}`;
}

/** Reads a report, and has something failed in it if the runner did; a missing report counts as one failure. */
export function resultOf(report, { status, signal, error }) {
  try {
    const result = JSON.parse(readFileSync(report, "utf8"));
    return { ...result, failed: result.failed || (status === 0 ? 0 : 1) };
  } catch {
    const failure = `the test runner left no report, and ended with ${error?.message ?? signal ?? status}`;
    return { passed: 0, failed: 1, skipped: 0, failures: [failure], files: [] };
  }
}

/** Exit status of a machine that died, or never ran its command. */
const DIED = 125;

/** Runs tests in one machine, and returns their result, with `died` if it ran none; `more` goes to the test runner, `machineOptions` to the machine. */
export function testInMachine(kernel, more, machineOptions = []) {
  const folder = mkdtempSync(join(tmpdir(), "rxnetlink-vm-"));
  const report = join(folder, "report.json");
  // A kernel with tunnels puts some into each new namespace, and tests count links.
  const alone = "echo 1 > /proc/sys/net/core/fb_tunnels_only_for_init_net";
  // Radios, which tests make themselves, and families whose module the kernel does not load by their name.
  const prepared = "modprobe -q mac80211_hwsim radios=0; modprobe -qa fou psample team";
  // Where time runs unevenly, a test that waits for the kernel may fail once.
  const patient = "--testTimeout=300000 --hookTimeout=300000 --retry=1 --maxWorkers=2 --no-isolate";
  const reporters = `--reporter=default --reporter=${root}tools/report.mjs`;
  const vitest = `${alone}; ${prepared}; RXNETLINK_REPORT=${report} node ${root}node_modules/vitest/vitest.mjs run ${more} ${patient} ${reporters}`;
  const size = ["--mem", "4096", "--timeout", String(PATIENCE)];
  const options = ["--kernel", kernel, "--rw", folder, "--cwd", root, ...size, ...machineOptions];
  // What the machine itself says goes beside what the tests say, also for those who see only that.
  const run = () => spawnSync(machine, [...options, vitest], { cwd: root, stdio: ["ignore", 1, 1] });
  try {
    const first = run();
    if (first.status === 0 || existsSync(report)) return resultOf(report, first);
    console.log(`kernel ${kernel}: nothing was tested (${first.error ?? first.status}); once more`);
    const second = run();
    return { ...resultOf(report, second), died: second.status === DIED };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Adds up the results of several runs. */
export function sumOf(all) {
  const sum = (key) => all.reduce((total, result) => total + result[key], 0);
  const failures = all.flatMap((result) => result.failures);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped"), failures };
}

/** Runs all tests under one kernel, and returns their result; starts no further part after `minutes`. */
export function testUnder(kernel, minutes = Number.POSITIVE_INFINITY, machineOptions = []) {
  const end = Date.now() + minutes * 60_000;
  const parts = [];
  while (parts.length < PARTS && Date.now() < end)
    parts.push(testInMachine(kernel, `${ALL} --shard=${parts.length + 1}/${PARTS}`, machineOptions));
  if (parts.length < PARTS)
    console.log(
      `kernel ${kernel}: ${PARTS - parts.length} of ${PARTS} parts left out after ${minutes} minutes`,
    );
  return sumOf(parts);
}

/** Formats counts. */
export const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const files = args.slice(end + 1);
  const withs = args.flatMap((arg, i) => (arg === "--with" && i < end ? [arg, args[i + 1]] : []));
  const kernels = args.slice(0, end).filter((arg) => !withs.includes(arg));
  const test = (kernel) =>
    files.length > 0 ? testInMachine(kernel, files.join(" "), withs) : testUnder(kernel, undefined, withs);
  const results = (kernels.length > 0 ? kernels : KERNELS).map((kernel) => ({ kernel, ...test(kernel) }));
  for (const failure of sumOf(results).failures) console.log(`failed: ${failure}\n`);
  for (const counts of results) console.log(`${counts.kernel}: ${line(counts)}`);
  process.exit(results.every(({ failed }) => failed === 0) ? 0 : 1);
}
