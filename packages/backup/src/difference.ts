import { deepEqual } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import { concealed } from "./concealed.js";
import { type Backup, checkBackup } from "./document.js";
import type { BackupRow } from "./row.js";
import type { Section } from "./section.js";
import { backupSections, SECTIONS } from "./sections/index.js";
import type { BackupStep, MemberChange } from "./step.js";

const NONE: ReadonlySet<string> = new Set();

/** Returns rows by their keys; one that has the key of another has its number too. */
function byKey(section: Section, rows: readonly BackupRow[]): Map<string, BackupRow> {
  const all = new Map<string, BackupRow>();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = section.keyOf(row);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    all.set(count === 0 ? key : `${key} ${count + 1}`, row);
  }
  return all;
}

/** Returns the members that differ, at any depth; lists are compared as a whole. */
function changesOf(previous: unknown, current: unknown, path = ""): MemberChange[] {
  if (!isRecord(previous) || !isRecord(current)) {
    if (deepEqual(previous, current, NONE)) return [];
    return [
      {
        path,
        ...(previous !== undefined && { previous }),
        ...(current !== undefined && { current }),
      },
    ];
  }
  const keys = new Set([...Object.keys(previous), ...Object.keys(current)]);
  return [...keys].flatMap((key) =>
    changesOf(previous[key], current[key], path === "" ? key : `${path}.${key}`),
  );
}

/** Returns the steps from rows that there are to those that are wanted. */
export function stepsOf(
  section: Section,
  wanted: readonly BackupRow[],
  present: readonly BackupRow[],
): BackupStep[] {
  const [there, all] = [byKey(section, present), byKey(section, wanted)];
  const about = (key: string, row: BackupRow) => ({
    section: section.name,
    subject: section.subjectOf(row),
    key,
  });
  const made = [...all].flatMap(([key, wanted]): BackupStep[] => {
    const previous = there.get(key);
    if (previous === undefined) return [{ type: "add", ...about(key, wanted), current: wanted }];
    const current = section.adapted?.(wanted, previous) ?? wanted;
    const changes = changesOf(previous, current).filter(({ path }) => !section.secret?.includes(path));
    return changes.length === 0
      ? []
      : [{ type: "change", ...about(key, current), previous, current, changes }];
  });
  const extra = [...there].filter(([key, row]) => !all.has(key) && !section.isGiven?.(row));
  // What was made last is removed first.
  const removed = extra
    .reverse()
    .map(([key, previous]): BackupStep => ({ type: "delete", ...about(key, previous), previous }));
  return [...made, ...removed];
}

/**
 * Returns the steps that lead from one backup to another, such as from what there is now to what a file holds; none if they hold
 * the same. Sections that one of them lacks are not compared, nor are keys, which no step holds.
 *
 * @throws EncodeError if one of them is no backup, or has another version.
 *
 * @example
 * backup$(connections).subscribe((present) => console.log(difference(saved, present).length));
 */
export function difference(document: Backup, present: Backup): BackupStep[] {
  for (const one of [document, present]) checkBackup(one, backupSections);
  return SECTIONS.flatMap((section) => {
    const [wanted, there] = [document.sections[section.name], present.sections[section.name]];
    const steps = wanted === undefined || there === undefined ? [] : stepsOf(section, wanted, there);
    return steps.map((step) => concealed(step, section));
  });
}
