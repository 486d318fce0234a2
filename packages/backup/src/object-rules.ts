import type { Observable } from "rxjs";
import type { BackupRow, Kept, NameOf, RowOf } from "./row.js";
import type { BackupConnections } from "./section.js";
import type { ChangeObject } from "./step.js";

/** Rules by which objects of one kind are saved and restored. */
export interface ObjectRules<T extends object> extends Kept {
  readonly name: string;
  /** Connection that it needs beside `route`. */
  readonly needs?: keyof BackupConnections;
  /** Returns the object over a connection. */
  object(of: BackupConnections): object;
  /** Lists what there is, if one request does not; by default all. */
  list$?(of: BackupConnections): Observable<T>;
  /** Paths of members that are secret. */
  readonly secret?: readonly string[];
  /** Paths of members that identify an object. */
  readonly key: readonly string[];
  /** Returns an object without what the kernel chooses among these members. */
  identity?(row: BackupRow): BackupRow;
  /** Returns an object with what the kernel has chosen for the one that there is. */
  adapted?(row: BackupRow, previous: BackupRow): BackupRow;
  /** Returns an object in words. */
  subject(row: BackupRow): string;
  /** Member that names the link that an object is on. */
  readonly link?: string;
  /** Returns true of what the kernel or a daemon makes and removes: no part of the configuration. */
  isState?(value: T, links: Links): boolean;
  /** Returns the reason why something cannot be saved, if there is one. */
  unsaved?(value: T): string | undefined;
  /** Returns what of a saved object cannot be saved, if there is something. */
  incomplete?(value: T): string | undefined;
  /** Corrects a row by the value that it is made from. */
  corrected?(row: BackupRow, value: T): BackupRow;
  /** Returns true of objects that requests can neither make nor remove. */
  isGiven?(row: BackupRow): boolean;
  /** Verb that adds; `"add"` by default. */
  readonly add?: "add" | "replace" | "append";
  /** Returns the form in which an object is added, if it is not its own. */
  added?(row: BackupRow): BackupRow;
  /** Verb that changes; without one, what differs is made again. */
  readonly change?: "change" | "replace";
  /** Returns what makes an object, if one request does not: the first is added, the others change it. */
  requests?(row: BackupRow, rowOf: RowOf): readonly BackupRow[];
  /** Returns true if an object may be made again when the kernel refuses to change it; it may by default. */
  mayRemake?(step: ChangeObject): boolean;
}

/** Links of the namespace. */
export interface Links {
  readonly nameOf: NameOf;
  /** Returns true if a link has a hardware address. */
  hasAddress(address: string | undefined): boolean;
}
