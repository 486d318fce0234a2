#!/usr/bin/env node
import { report, STATUS } from "./cli/failure.js";
import { Interrupted } from "./cli/live.js";
import { program } from "./cli/program.js";

/** Sets the exit status; the first failure counts. */
function endWith(status: number): void {
  process.exitCode = process.exitCode || status;
}

process.stdout.once("error", ({ code, message }: NodeJS.ErrnoException) => {
  // A reader that has had enough (`rxnl monitor | head`) is no error.
  if (code === "EPIPE") return;
  endWith(STATUS.refused);
  console.error(`rxnl: standard output: ${message}`);
});
// Where nobody can be told, only the status is left; and once is enough.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

try {
  await program().parseAsync();
} catch (error) {
  endWith(report(error));
  // What was printed and is not read would keep the process.
  if (error instanceof Interrupted) process.exit();
}
