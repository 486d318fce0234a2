import type { Netfilter } from "@rxnetlink/netfilter";
import type { Rtnetlink } from "@rxnetlink/route";
import type { Observable } from "rxjs";
import type { BackupNote } from "./document.js";
import type { BackupRow } from "./row.js";
import type { BackupStep } from "./step.js";

/** BackupConnections to the namespace that is saved or restored. */
export interface BackupConnections {
  /** Links, addresses, routes … */
  readonly route: Rtnetlink;
  /** Needed for the section `nftables` only. */
  readonly netfilter?: Pick<Netfilter, "nftables">;
}

/** What a list finds: an object, a note about it, or both. */
export interface Found {
  readonly row?: BackupRow;
  readonly note?: Omit<BackupNote, "section">;
}

/** How a step ended. */
export interface Attempt {
  readonly step: BackupStep;
  readonly error?: Error;
}

/** A kind of configuration: how it is listed, what identifies its objects, and how steps about them are carried out. */
export interface Section {
  readonly name: string;
  /** Lists what there is. */
  list$(of: BackupConnections): Observable<Found>;
  /** Returns what tells an object from the others of the section; several may have the same. */
  keyOf(row: BackupRow): string;
  /** Returns an object in words. */
  subjectOf(row: BackupRow): string;
  /** Returns an object with what the kernel has chosen for the one that there is. */
  adapted?(row: BackupRow, previous: BackupRow): BackupRow;
  /** Returns the link that an object is on, by name. */
  linkOf?(row: BackupRow): string | undefined;
  /** Returns true of objects that requests can neither make nor remove, such as the links of hardware. */
  isGiven?(row: BackupRow): boolean;
  /**
   * Carries steps out in order, and emits how each ended.
   *
   * @param isVain - Returns true of a step that had no effect before, though the kernel accepted it.
   */
  carryOut$(
    of: BackupConnections,
    steps: readonly BackupStep[],
    isVain: (step: BackupStep) => boolean,
  ): Observable<Attempt>;
}
