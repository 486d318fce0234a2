import { createInterface } from "node:readline/promises";
import {
  type Backup,
  type BackupConnections,
  type BackupStep,
  type RestoreOutcome,
  restore$,
} from "@rxnetlink/backup";
import { Command } from "commander";
import { lastValueFrom, tap } from "rxjs";
import { type Failure, Failures } from "../../failure.js";
import { untilInterrupted } from "../../live.js";
import { complain, printLines } from "../../output.js";
import type { CommonOptions } from "../../session.js";
import { stepsTo } from "./diff-command.js";
import { complainOf, readBackup } from "./file.js";
import { stepLines } from "./step-text.js";
import { withConnections } from "./with-connections.js";

const HELP = `
Brings a namespace to what a file holds: adds what is missing, and changes what
differs, or makes it again if the kernel cannot change it. What the file does
not have stays, unless --prune removes it. On a terminal, the steps are printed
as rxnl diff does, and carried out if you agree; else they are carried out.
A step that fails is tried again after the others, and does not stop them.
Ends with status 1 if a step failed. What is done when it is interrupted stands,
and is counted.

Examples:
  rxnl restore net.json --dry-run
  rxnl restore net.json --prune --netns blue`;

interface RestoreCommandOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly prune?: boolean;
  readonly yes?: boolean;
}

const stepsText = (count: number) => `${count} ${count === 1 ? "step" : "steps"}`;

/** Asks on the terminal; agrees where there is none. */
async function isAgreed(file: string, count: number): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY || file === "-") return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test(await terminal.question(`Carry out ${stepsText(count)}? [y/N] `));
  } finally {
    terminal.close();
  }
}

/** Shows on a terminal how far a restore is. */
function progress(total: number): () => void {
  if (!process.stderr.isTTY) return () => {};
  let count = 0;
  return () => process.stderr.write(++count < total ? `\r${count} of ${stepsText(total)}` : "\r\x1b[K");
}

const outcomeJson = ({ error, ...outcome }: RestoreOutcome) =>
  JSON.stringify({ ...outcome, ...(error && { error: error.message }) });

const applied = (outcomes: readonly RestoreOutcome[]) =>
  outcomes.filter(({ type }) => type === "applied").length;

/** Returns what failed; a hint that several share stands with the first. */
function failuresOf(outcomes: readonly RestoreOutcome[]): Failure[] {
  const hints = new Set<string>();
  return outcomes.flatMap(({ step, error }): Failure[] => {
    if (error === undefined) return [];
    const { message, cause } = error;
    const { hint = "" } = (cause instanceof Error ? cause : error) as { readonly hint?: string };
    const text = hints.has(hint) ? message.replace(`; ${hint}`, "") : message;
    if (hint !== "") hints.add(hint);
    return [[`${step.type} ${step.section} ${step.subject}: ${text}`, error]];
  });
}

/** Carries steps out, and says how many were and why others were not. */
async function carryOut(
  connections: BackupConnections,
  document: Backup,
  { prune = false, json = false }: RestoreCommandOptions,
  total: number,
): Promise<void> {
  const outcomes: RestoreOutcome[] = [];
  const shown = progress(total);
  const collected$ = restore$(connections, document, { prune }).pipe(
    untilInterrupted,
    tap((outcome) => {
      outcomes.push(outcome);
      shown();
    }),
  );
  try {
    await lastValueFrom(collected$, { defaultValue: undefined });
  } catch (error) {
    complain(
      `stopped after ${stepsText(applied(outcomes))} of ${total}, which stand; rxnl diff shows the rest`,
    );
    throw error;
  } finally {
    if (json) await printLines(outcomes.map(outcomeJson));
  }
  const failures = failuresOf(outcomes);
  complain(`${applied(outcomes)} of ${stepsText(outcomes.length)} carried out`);
  if (failures.length > 0) throw new Failures(failures);
}

/** Says what stays without being in the file. */
function complainOfExtra(extra: readonly BackupStep[]): void {
  if (extra.length === 0) return;
  const what =
    extra.length === 1
      ? "1 object that the file does not have stays"
      : `${extra.length} objects that the file does not have stay`;
  complain(`${what}; --prune removes ${extra.length === 1 ? "it" : "them"}`);
}

async function restore(file: string, options: RestoreCommandOptions): Promise<void> {
  const { netns, prune = false, dryRun = false, yes = false, json = false } = options;
  const document = readBackup(file);
  await withConnections(netns, async (connections) => {
    const all = await stepsTo(connections, document);
    const steps = all.filter(({ type }) => prune || type !== "delete");
    const isAsked = process.stdin.isTTY && !yes;
    if (dryRun || (isAsked && !json))
      await printLines(json ? [JSON.stringify(steps)] : steps.flatMap(stepLines));
    if (dryRun || isAsked) complainOf(document.notes);
    if (steps.length === 0) complain("nothing to do");
    else if (!dryRun && (yes || (await isAgreed(file, steps.length))))
      await carryOut(connections, document, options, steps.length);
    complainOfExtra(prune ? [] : all.filter(({ type }) => type === "delete"));
  });
}

/** `rxnl restore`. */
export function restoreCommand(): Command {
  return new Command("restore")
    .argument("<FILE>", "file that rxnl backup has written; - is standard input")
    .option("--dry-run", "print the steps, and change nothing")
    .option("--prune", "remove what the file does not have, in the sections that it has")
    .option("-y, --yes", "do not ask")
    .addHelpText("after", HELP)
    .action((file: string, _: unknown, self: Command) => restore(file, self.optsWithGlobals()));
}
