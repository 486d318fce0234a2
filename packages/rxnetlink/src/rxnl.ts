#!/usr/bin/env node
import { report, STATUS } from "./cli/failure.js";
import { Interrupted } from "./cli/live.js";
import { program } from "./cli/program.js";

/** Sets the exit status; the first failure counts. */
function endWith(status: number): void {
  process.exitCode = process.exitCode || status;
}

process.stdout.once("error", ({ code, message }: NodeJS.ErrnoException) => {
  // A reader that closes early (`rxnl monitor | head`) is not an error.
  if (code === "EPIPE") return;
  endWith(STATUS.refused);
  console.error(`rxnl: standard output: ${message}`);
});
// If even standard error fails, only the exit status is left.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

/** Runs the command line. The module does not wait for it: what is loaded later imports from the file that it is in. */
async function main(): Promise<void> {
  try {
    const root = await program(process.argv.slice(2));
    await root.parseAsync();
  } catch (error) {
    endWith(report(error, process.argv.includes("--json")));
    // Unread output would keep the process alive.
    if (error instanceof Interrupted) process.exit();
  }
}

void main();
