import { readFileSync, writeFileSync } from "node:fs";
import { type Backup, type BackupNote, difference } from "@rxnetlink/backup";
import { EncodeError } from "@rxnetlink/core";
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
    throw new UsageError(error instanceof EncodeError ? `${place}: ${message}` : message);
  }
}

/** Writes a backup to a file that only its owner can read, or to standard output for `-`. */
export async function writeBackup(file: string, saved: Backup, json: boolean): Promise<void> {
  const text = JSON.stringify(saved, null, json ? 0 : 2);
  if (file === "-") await shown(print(text));
  else writeFileSync(file, `${text}\n`, { mode: 0o600 });
}

/** Says what a backup lacks. */
export function complainOf(notes: readonly BackupNote[]): void {
  for (const { section, subject, reason } of notes)
    complain(`rxnl: not saved: ${[section, subject].filter(Boolean).join(" ")}: ${reason}`);
}
