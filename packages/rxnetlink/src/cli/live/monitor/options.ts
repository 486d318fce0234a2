import type { Command } from "commander";
import { choosingMembers } from "../../members.js";
import type { ReportOptions } from "./reports.js";
import { timeBefore } from "./since.js";

/** Options of commands that print what happens. */
export interface MonitorOptions extends ReportOptions {
  readonly timestamps?: boolean;
  readonly allNamespaces?: boolean;
  /** File of a recording, to print what it has kept. */
  readonly from?: string;
  /** Earliest time of what is printed of it, in milliseconds since 1970. */
  readonly since?: number;
}

/** Adds the options of {@link MonitorOptions} to a command. */
export const choosingReports = (command: Command): Command =>
  choosingMembers(command)
    .option("--raw", "print messages as the kernel sends them, without old values")
    .option("--hex", "print the bytes of each message too; implies --raw")
    .option("--timestamps", "print the time of each event")
    .option("--all-namespaces", "follow the namespaces that have a name or a process too; . is that of rxnl")
    .option("--from <file>", "print what a recording has kept: the file of rxnl capture or of recordTo()")
    .option("--since <time>", "of a recording, since 10m, 18:30, today, or a time of ISO 8601", (text) =>
      timeBefore(text),
    );
