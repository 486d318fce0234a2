import { readFileSync, writeFileSync } from "node:fs";
import type { Backup, BackupNote } from "@rxnetlink/backup";
import { UsageError } from "../../input/usage-error.js";
import { complain, print, shown } from "../../output.js";

/** Reads a backup from a file, or from standard input for `-`; what it holds is checked when it is used. */
export function readBackup(file: string): Backup {
  try {
    return JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8")) as Backup;
  } catch (error) {
    const { message } = error as Error;
    const place = file === "-" ? "standard input" : file;
    throw new UsageError(error instanceof SyntaxError ? `${place}: ${message}` : message);
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
