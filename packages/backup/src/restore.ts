import { aBoolean, checkOptions, deferred, type OptionChecks } from "@rxnetlink/core/internal";
import { concatMap, from, map, type Observable } from "rxjs";
import { checkConnections, contents$ } from "./backup.js";
import { concealed } from "./concealed.js";
import { stepsOf } from "./difference.js";
import { type Backup, checkBackup } from "./document.js";
import type { RestoreOutcome } from "./outcome.js";
import { RestoreRun } from "./restore-run.js";
import type { BackupConnections } from "./section.js";
import { backupSections, SECTIONS } from "./sections/index.js";

/** Options of {@link restore$}. */
export interface RestoreOptions {
  /** True to remove what the backup does not have, in its sections; by default it stays. */
  readonly prune?: boolean;
  /** True to change nothing, and emit the steps as `"planned"`. */
  readonly dryRun?: boolean;
}

const OPTIONS: OptionChecks<RestoreOptions> = { prune: aBoolean, dryRun: aBoolean };

/**
 * Brings a network namespace to what a backup holds, and emits each step as it ends: what is missing is added, what differs is
 * changed, or made again if the kernel cannot change it. What is as it should be stays untouched, so that restoring a second
 * time does nothing. A step that fails is tried again after the others, since it may need one of them. What then fails is emitted,
 * and the rest is restored all the same.
 *
 * Errors with an `EncodeError` for something that is no backup, and with the error of a connection.
 *
 * @example
 * restore$({ route: rtnetlink() }, saved, { prune: true }).subscribe(({ type, step, error }) =>
 *   console.log(type, step.section, step.subject, error?.message ?? ""),
 * );
 */
export function restore$(
  connections: BackupConnections,
  document: Backup,
  options: RestoreOptions = {},
): Observable<RestoreOutcome> {
  return deferred(() => {
    checkConnections("restore$", connections);
    checkBackup(document, backupSections);
    const { prune = false, dryRun = false } = checkOptions("restore$", options, OPTIONS);
    return dryRun ? plan$(connections, document, prune) : new RestoreRun(connections, document, prune).run$();
  });
}

function plan$(
  connections: BackupConnections,
  { sections }: Backup,
  prune: boolean,
): Observable<RestoreOutcome> {
  return from(SECTIONS.filter(({ name }) => name in sections)).pipe(
    concatMap((section) => contents$(connections, section)),
    concatMap(({ section, rows }) =>
      stepsOf(section, sections[section.name]!, rows).map((step) => concealed(step, section)),
    ),
    concatMap((step) => (prune || step.type !== "delete" ? [step] : [])),
    map((step) => ({ type: "planned" as const, step })),
  );
}
