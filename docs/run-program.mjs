// Runs a program of the documentation in a throwaway network namespace, next to the commands of its page, and compares what it
// prints with what the page says it prints.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { home } from "./snippets.mjs";

/** Status of the shell if the commands that prepare the namespace fail. */
const UNPREPARED = 77;
/** Time limit of a program, in milliseconds, on a machine that is busy with other things, or emulated. */
const LIMIT = process.env.IN_NLVM === undefined ? 100_000 : 280_000;

/**
 * Names of namespaces are mounts below /run, so the program gets a /run of its own. Automatic addresses and duplicate address
 * detection, which come at an arbitrary time, are off.
 */
const START = `
  mount -t tmpfs none /run && mkdir /run/netns || exit ${UNPREPARED}
  echo 1 > /proc/sys/net/ipv6/conf/default/addr_gen_mode
  echo 0 > /proc/sys/net/ipv6/conf/default/accept_dad
  sh -ec "$1" >/dev/null || exit ${UNPREPARED}
  exec $3 "$2" --no-warnings --input-type=module`;

/** What programs print where the kernel, or this machine, lacks something. */
const LACKS = /EOPNOTSUPP|kind is unknown|is not installed/;

/** Runs a command in the namespaces of a process. */
async function runBeside({ pid }, command) {
  const args = ["--net", "--mount", `--target=${pid}`, "sh", "-ec", command];
  const child = spawn("nsenter", args, { stdio: ["ignore", "ignore", "pipe"] });
  const [complaints, [status]] = await Promise.all([child.stderr.toArray(), once(child, "exit")]);
  if (status !== 0) throw new Error(`${command} failed with status ${status}: ${complaints.join("")}`);
}

/** Reads what a program prints, and runs the next command after each line; one that has commands is read as far as expected. */
async function linesOf(child, { commands, expected }) {
  const lines = [];
  const left = [...commands];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    const command = left.shift();
    if (command !== undefined) await runBeside(child, command);
    if (commands.length > 0 && lines.length === expected.length) break;
  }
  return lines;
}

/** Returns the lines of a block. */
const split = (text) => text.split("\n").filter((line) => line !== "");

/** A line as a pattern: the sign … stands for what is different each time. */
const pattern = (line) =>
  new RegExp(`^${line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("…", ".*")}$`);

/** Puts the expected line in the place of one that fits it, so that the others are reported as a difference. */
const fitted = (lines, expected) =>
  lines.map((line, index) =>
    expected[index] !== undefined && pattern(expected[index]).test(line) ? expected[index] : line,
  );

/**
 * Runs a program in a namespace that the commands of `bash` have prepared, with one command of `sh` after each line that it
 * prints, and expects the lines of `text`.
 *
 * @param by - The command that runs Node, with other privileges; none by default.
 */
export async function checkProgram({ program, bash = "", sh = "", text, by = "" }, { expect, skip }) {
  const [expected, commands] = [split(text), split(sh)];
  const args = ["--net", "--mount", "sh", "-c", START, "sh", bash, process.execPath, by];
  const child = spawn("unshare", args, { cwd: home, stdio: ["pipe", "pipe", "pipe"], timeout: LIMIT });
  const ended = once(child, "exit");
  const complaints = child.stderr.toArray();
  child.stdin.on("error", () => {}).end(program);
  const lines = await linesOf(child, { commands, expected }).finally(
    () => commands.length > 0 && child.kill(),
  );
  const [status, signal] = await ended;
  const stderr = (await complaints).join("");
  const lack = split(`${lines.join("\n")}\n${stderr}`).find(
    (line) => LACKS.test(line) && !text.includes(line),
  );
  if (status === UNPREPARED || lack !== undefined)
    skip(`this kernel or its tools: ${lack ?? stderr.trim().split("\n").at(-1)}`);
  expect(stderr).toBe("");
  expect(fitted(lines, expected)).toEqual(expected);
  if (commands.length === 0) expect([status, signal]).toEqual([0, null]);
}
