import { EncodeError } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import type { BackupRow } from "./row.js";

/** Version of the form of {@link Backup}. */
export const BACKUP_VERSION = 1;

/** Something that a backup lacks, and why. */
export interface BackupNote {
  /** Section that it belongs to. */
  readonly section: string;
  /** Object in words, such as `"2001:db8::1/64 on eth0"`; absent if it is the whole section. */
  readonly subject?: string;
  /** Reason, such as `"it expires in 300 s"`. */
  readonly reason: string;
}

/** Configuration of a network namespace: plain JSON, which `JSON.stringify` writes and `JSON.parse` reads. */
export interface Backup {
  /** Version of this form; see {@link BACKUP_VERSION}. */
  readonly version: number;
  /** Release of the kernel, if it was given. */
  readonly kernel?: string;
  /** Date, in the form of ISO 8601. */
  readonly date: string;
  /** Objects by section, in the order in which they are restored. */
  readonly sections: Readonly<Record<string, readonly BackupRow[]>>;
  /** Everything that could not be saved. */
  readonly notes: readonly BackupNote[];
}

/** Rejects anything but a backup of a version that can be read. */
export function checkBackup(document: unknown, known: readonly string[]): asserts document is Backup {
  if (!isRecord(document) || !isRecord(document.sections)) throw new EncodeError("it is no backup");
  const { version, sections } = document;
  if (version !== BACKUP_VERSION)
    throw new EncodeError(
      Number(version) > BACKUP_VERSION
        ? `${version} is newer than ${BACKUP_VERSION}, the newest that can be read`
        : `${JSON.stringify(version)} is no version of a backup`,
    ).at("version");
  for (const [name, rows] of Object.entries(sections)) {
    if (!known.includes(name)) throw new EncodeError("there is no such section").at(name).at("sections");
    if (!Array.isArray(rows) || !rows.every(isRecord))
      throw new EncodeError("is not an array of objects").at(name).at("sections");
  }
}
