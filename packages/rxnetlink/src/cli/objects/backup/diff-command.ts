import { type Backup, type BackupConnections, type BackupStep, backup$, difference } from "@rxnetlink/backup";
import { Command } from "commander";
import { lastValueFrom } from "rxjs";
import { STATUS } from "../../failure.js";
import { printLines } from "../../output.js";
import type { CommonOptions } from "../../session.js";
import { complainOf, readBackup } from "./file.js";
import { stepLines } from "./step-text.js";
import { withConnections } from "./with-connections.js";

const HELP = `
Prints the steps that restoring with --prune would take. The file is the new
side, as of a patch:
  +  only the file has it
  -  only the namespace has it
  ~  both have it, with what there is → what the file has
Sections that the file lacks, or that may not be read here, are not compared,
and nor are keys. Ends with status 0 if nothing differs, 1 if something does, 2
for a file that cannot be used.

Examples:
  rxnl diff net.json
  rxnl diff net.json --json | jq '.[] | select(.section == "route")'`;

/** Returns the steps from what there is to what a backup holds; says which sections could not be read. */
export async function stepsTo(connections: BackupConnections, document: Backup): Promise<BackupStep[]> {
  const sections = Object.keys(document.sections);
  const present = await lastValueFrom(backup$(connections, { sections, keys: true }));
  complainOf(
    present.notes.filter(({ subject }) => subject === undefined),
    "not compared",
  );
  return difference(document, present);
}

async function diff(file: string, { netns, json = false }: CommonOptions): Promise<void> {
  const document = readBackup(file);
  const steps = await withConnections(netns, (all) => stepsTo(all, document));
  await printLines(json ? [JSON.stringify(steps)] : steps.flatMap(stepLines));
  if (steps.length > 0) process.exitCode = STATUS.refused;
}

/** `rxnl diff`. */
export function diffCommand(): Command {
  return new Command("diff")
    .argument("<FILE>", "file that rxnl backup has written; - is standard input")
    .addHelpText("after", HELP)
    .action((file: string, _: unknown, self: Command) => diff(file, self.optsWithGlobals()));
}
