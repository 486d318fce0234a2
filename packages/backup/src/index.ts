/**
 * Backup, restore and differences of the configuration of a network namespace.
 *
 * @module
 */
export { type BackupOptions, backup$ } from "./backup.js";
export { difference } from "./difference.js";
export { BACKUP_VERSION, type Backup, type BackupNote } from "./document.js";
export type { RestoreOutcome } from "./outcome.js";
export { type RestoreOptions, restore$ } from "./restore.js";
export type { BackupRow } from "./row.js";
export type { BackupConnections } from "./section.js";
export { backupSections } from "./sections/index.js";
export type { AddObject, BackupStep, ChangeObject, DeleteObject, MemberChange } from "./step.js";
