// Runs the linters and all tests, and prints their counts in the last line. Without root, the tests run in a user namespace,
// where they can create network namespaces. RXNETLINK_KERNEL_TESTS selects where the tests against the kernel run: "vm" in a
// virtual machine instead of here, "both" here, and a selection of them in a virtual machine.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { line, resultOf, sumOf, testInMachine, testUnder, whyNoMachine } from "./test-vm.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = join(tmpdir(), `rxnetlink-tests-${process.pid}.json`);
const bin = (name, file) => [process.execPath, join(root, "node_modules", name, file)];
/** The kernel in the virtual machine: the one that supports most of what the tests need. */
const KERNEL = "6.12";
/** Time limit for starting parts of the tests there, in minutes: an emulated machine is slow. */
const MINUTES = 35;
/** Minutes after which the selection is not begun any more, since all has to end within 35. */
const LATEST = 24;
/** Number of files up to which those that failed are tested again: a few may have been disturbed by what ran beside them. */
const FEW = 5;
/** The selection, mostly what a small kernel lacks. `npm run test:vm` runs all tests, under each kernel. */
const SELECTION = [
  "route/tc/hand-back",
  "route/tc/minimal-requests",
  "route/tc/partial-changes",
  "route/bridge-vlan",
  "route/multipart-objects",
  "route/errors",
  "route/link-two-requests",
  "route/round-trip-links",
  "netfilter/hook",
  "netfilter/flowtable",
  "netfilter/nft-queue",
]
  .map((name) => name.replace("/", "/dist-test/test/kernel/"))
  .map((path) => `packages/${path}.test.js`);

function run([program, ...args]) {
  return spawnSync(program, args, { cwd: root, stdio: "inherit" });
}

/** Runs a command, and counts its failure. */
const failuresOf = (command) => (run(command).status === 0 ? 0 : 1);

/** Wraps a command in a user namespace, if that is needed and possible. */
function privileged(command) {
  if (process.getuid?.() === 0) return command;
  const wrapper = ["unshare", "--user", "--map-root-user", "--net"];
  const works = spawnSync(wrapper[0], [...wrapper.slice(1), "true"]).status === 0;
  if (!works) console.log("no user namespaces here: tests against the kernel are skipped");
  return works ? [...wrapper, ...command] : command;
}

/** Runs tests on this machine's kernel. */
function test(args, wrap) {
  process.env.RXNETLINK_REPORT = report;
  const reporters = ["--reporter=default", `--reporter=${join(root, "tools/report.mjs")}`];
  const result = resultOf(report, run(wrap([...bin("vitest", "vitest.mjs"), "run", ...reporters, ...args])));
  rmSync(report, { force: true });
  return result;
}

/** Runs all tests on this machine's kernel, and files that failed once more, with nothing beside them. */
function testHere(instead) {
  const wrap = instead ? (command) => command : privileged;
  const args = instead ? [] : process.argv.slice(2);
  const first = test(args, wrap);
  if (first.files.length === 0 || first.files.length > FEW) return first;
  console.log(`\nonce more, alone: ${first.files.join(" ")}`);
  const second = test([...args.filter((arg) => arg.startsWith("-")), ...first.files, "--maxWorkers=1"], wrap);
  const mended = first.failed - second.failed;
  if (mended > 0) for (const failure of first.failures) console.log(`failed at first: ${failure}\n`);
  return { ...second, passed: first.passed + mended, skipped: first.skipped, mended };
}

/** Runs the tests against the kernel in a virtual machine, if possible: a selection if they also run here. */
function testThere(instead) {
  const gone = SELECTION.filter((file) => !existsSync(join(root, file)));
  if (gone.length > 0) throw new Error(`no such tests: ${gone.join(", ")}`);
  const late = !instead && performance.now() > LATEST * 60_000;
  const reason = late ? `the tests here took more than ${LATEST} minutes` : whyNoMachine(KERNEL);
  if (reason !== undefined) return untested(reason);
  if (instead) return testUnder(KERNEL, MINUTES);
  const result = testInMachine(KERNEL, SELECTION.join(" "));
  return result.died ? untested("twice, the virtual machine did not start, as it says above") : result;
}

/** Says why nothing was tested under the other kernel. */
function untested(reason) {
  console.log(`nothing is tested under the kernel ${KERNEL}: ${reason}`);
  return { passed: 0, failed: 0, skipped: 0, failures: [], files: [] };
}

/** Checks that all notes for the changelog can be read; without git, they cannot be checked. */
function checkNotes() {
  const git = spawnSync("git", ["rev-list", "--max-parents=0", "HEAD"], { cwd: root, encoding: "utf8" });
  if (git.status !== 0) return 0;
  const first = git.stdout.trim().split("\n").at(-1);
  return failuresOf([...bin("@changesets/cli", "bin.js"), "status", `--since=${first}`]);
}

const where = process.env.RXNETLINK_KERNEL_TESTS;
const lint = failuresOf([...bin("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings"]);
const unused = failuresOf([...bin("knip", "bin/knip.js"), "--no-progress"]);
const notes = checkNotes();
const results = { here: testHere(where === "vm") };
if (where === "vm" || where === "both") results[`kernel ${KERNEL}`] = testThere(where === "vm");
const sum = sumOf(Object.values(results));
// Once more at the end, for those who see only that.
for (const failure of sum.failures) console.log(`failed: ${failure}\n`);
for (const [place, counts] of Object.entries(results)) console.log(`${place}: ${line(counts)}`);
if (results.here.mended > 0) console.log(`here: ${results.here.mended} passed only alone`);
const total = { ...sum, failed: sum.failed + lint + unused + notes };
console.log(line(total));
process.exit(total.failed === 0 ? 0 : 1);
