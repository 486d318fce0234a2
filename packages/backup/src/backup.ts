import { KernelError, SystemError } from "@rxnetlink/core";
import {
  aBoolean,
  anArray,
  aString,
  type Check,
  checkArgument,
  checkOptions,
  deferred,
  isRecord,
  type OptionChecks,
  oneOf,
} from "@rxnetlink/core/internal";
import { catchError, concatMap, EMPTY, from, map, type Observable, of, throwError, toArray } from "rxjs";
import { BACKUP_VERSION, type Backup, type BackupNote } from "./document.js";
import type { BackupRow } from "./row.js";
import { type BackupConnections, type Found, missingConnection, type Section } from "./section.js";
import { backupSections, SECTIONS } from "./sections/index.js";

/** Options of {@link backup$}. */
export interface BackupOptions {
  /** Names of sections to save, of {@link backupSections}; all by default. */
  readonly sections?: readonly string[];
  /** Release of the kernel, to be noted in the backup. */
  readonly kernel?: string;
  /** True to save what holds keys too, the states of IPsec: whoever reads the backup then can read the traffic. */
  readonly keys?: boolean;
}

const someConnections: Check = (value) =>
  isRecord(value) && isRecord(value.route) ? undefined : "an object with the member route";

/** Checks the connections that a function is given. */
export function checkConnections(callee: string, connections: BackupConnections): void {
  checkArgument(callee, "connections", connections, someConnections);
}

const isSection = oneOf(...backupSections);
const someSections: Check = (value) =>
  anArray(value) ?? (value as unknown[]).map((one) => isSection(one)).find((wrong) => wrong !== undefined);

const OPTIONS: OptionChecks<BackupOptions> = { sections: someSections, kernel: aString, keys: aBoolean };

/** What there is of a section. */
export interface Contents {
  readonly section: Section;
  /** False if it could not be read, so that nothing is known of it. */
  readonly isRead: boolean;
  readonly rows: readonly BackupRow[];
  readonly notes: readonly BackupNote[];
}

/** Refusals of kernels that lack what a section holds, so that there is nothing to save. */
const LACKING: ReadonlySet<string> = new Set(["EOPNOTSUPP", "EPROTONOSUPPORT", "ENOENT"]);

/** Reads a section; one that this kernel lacks is empty, and one that cannot be read is noted. */
export function contents$(to: BackupConnections, section: Section, secrets = false): Observable<Contents> {
  const missing = missingConnection(to, section);
  const found$: Observable<Found> =
    missing === undefined ? section.list$(to, secrets) : of({ note: { reason: missing } });
  return found$.pipe(
    catchError(emptyIfLacking),
    toArray(),
    map((found) => ({
      section,
      isRead: found.every(({ note }) => note === undefined || note.subject !== undefined),
      rows: found.map(({ row }) => row).filter((row) => row !== undefined),
      notes: found.flatMap(({ note }) => (note === undefined ? [] : [{ section: section.name, ...note }])),
    })),
  );
}

/** Leaves a section out whose objects hold secrets, and says so if there are any. */
function withoutSecrets(contents: Contents): Contents {
  const { section, rows, notes } = contents;
  const note = { section: section.name, reason: "it holds keys, which only the option keys saves" };
  return { section, isRead: false, rows: [], notes: rows.length === 0 ? notes : [...notes, note] };
}

/** Refusals to read. */
const REFUSING: ReadonlySet<string> = new Set(["EPERM", "EACCES"]);

function emptyIfLacking(error: unknown): Observable<Found> {
  const code = error instanceof KernelError || error instanceof SystemError ? error.code : "";
  if (LACKING.has(code)) return EMPTY;
  const reason = `${code}: reading it needs CAP_NET_ADMIN in the network namespace`;
  return REFUSING.has(code) ? of({ note: { reason } }) : throwError(() => error);
}

/** Returns a backup of contents. */
function toBackup(all: readonly Contents[], kernel?: string): Backup {
  return {
    version: BACKUP_VERSION,
    ...(kernel !== undefined && { kernel }),
    date: new Date().toISOString(),
    sections: Object.fromEntries(
      all.filter(({ isRead }) => isRead).map(({ section, rows }) => [section.name, rows]),
    ),
    notes: all.flatMap(({ notes }) => notes),
  };
}

/**
 * Emits the configuration of a network namespace, section by section what a request could set again, and completes. Links
 * are given by name, so that it can be restored elsewhere. State is left out: counters, what was learnt, and what the kernel
 * makes of the rest, such as link-local addresses and the routes of addresses. What is configuration and yet cannot be saved is in
 * `notes`.
 *
 * @example
 * backup$({ route: rtnetlink() }).subscribe((saved) => writeFileSync("net.json", JSON.stringify(saved)));
 */
export function backup$(connections: BackupConnections, options: BackupOptions = {}): Observable<Backup> {
  return deferred(() => {
    checkConnections("backup$", connections);
    const { sections = backupSections, kernel, keys = false } = checkOptions("backup$", options, OPTIONS);
    return from(SECTIONS.filter(({ name }) => sections.includes(name))).pipe(
      concatMap((section) => contents$(connections, section, keys)),
      map((contents) => (contents.section.secret && !keys ? withoutSecrets(contents) : contents)),
      toArray(),
      map((all) => toBackup(all, kernel)),
    );
  });
}
