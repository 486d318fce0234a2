#!/usr/bin/env node
import { report } from "./cli/failure.js";
import { program } from "./cli/program.js";

// A reader that has had enough (`rxnl monitor | head`) is no error.
process.stdout.on("error", () => {});

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
