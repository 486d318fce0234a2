import type { BackupRow } from "./row.js";

/** Member that differs; the value that is absent on one side is `undefined`. */
export interface MemberChange {
  /** Path, such as `"linkinfo.data.vxlan.id"`. */
  readonly path: string;
  /** Value that there is. */
  readonly previous?: unknown;
  /** Value that the backup has. */
  readonly current?: unknown;
}

/** Facts of every step. */
interface About {
  /** Section of the object. */
  readonly section: string;
  /** Object in words, such as `"192.0.2.1/24 on eth0"`. */
  readonly subject: string;
  /** Identity of the object in its section. */
  readonly key: string;
}

/** An object of the backup is missing. */
export interface AddObject extends About {
  /** Tells it from other steps. */
  readonly type: "add";
  /** Object to add. */
  readonly current: BackupRow;
}

/** An object is not as in the backup. */
export interface ChangeObject extends About {
  /** Tells it from other steps. */
  readonly type: "change";
  /** Object as it is. */
  readonly previous: BackupRow;
  /** Object as in the backup. */
  readonly current: BackupRow;
  /** Members that differ. */
  readonly changes: readonly MemberChange[];
}

/** An object is not in the backup. */
export interface DeleteObject extends About {
  /** Tells it from other steps. */
  readonly type: "delete";
  /** Object as it is. */
  readonly previous: BackupRow;
}

/** A step from what there is to what a backup holds. */
export type BackupStep = AddObject | ChangeObject | DeleteObject;
