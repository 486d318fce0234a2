import { readFileSync, writeFileSync } from "node:fs";
import { type Backup, type BackupNote, difference } from "@rxnetlink/backup";
import { EncodeError } from "@rxnetlink/core";
import { fileLine } from "../../failure.js";
import { UsageError } from "../../input/usage-error.js";
import { complain, print, shown } from "../../output.js";

/** Reads a backup from a file, or from standard input for `-`, and checks its form. */
export function readBackup(file: string): Backup {
  const place = file === "-" ? "standard input" : file;
  try {
    const document = JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8")) as Backup;
    difference(document, document);
    return document;
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof SyntaxError) throw new UsageError(`${place}: it is no backup: ${message}`);
    if (error instanceof EncodeError) throw new UsageError(`${place}: ${message}`);
    throw new UsageError(fileLine(error) ?? message);
  }
}

/** Writes a backup to a file that only its owner can read, or to standard output for `-`. */
export async function writeBackup(file: string, saved: Backup, json: boolean): Promise<void> {
  const text = JSON.stringify(saved, null, json ? 0 : 2);
  if (file === "-") await shown(print(text));
  else writeFileSync(file, `${text}\n`, { mode: 0o600 });
}

/** Says what a backup lacks, and why; sections with the same reason share a line. */
export function complainOf(notes: readonly BackupNote[], what = "not saved"): void {
  const sections = new Map<string, string[]>();
  for (const { section, subject, reason } of notes)
    if (subject !== undefined) complain(`rxnl: ${what}: ${section} ${subject}: ${reason}`);
    else sections.set(reason, [...(sections.get(reason) ?? []), section]);
  for (const [reason, names] of sections) complain(`rxnl: ${what}: ${names.join(", ")}: ${reason}`);
}
