import type { Mptcp } from "@rxnetlink/generic/mptcp";
import type { Netfilter } from "@rxnetlink/netfilter";
import type { Rtnetlink } from "@rxnetlink/route";
import type { XfrmFamily } from "@rxnetlink/xfrm";
import type { Observable } from "rxjs";
import type { BackupNote } from "./document.js";
import type { BackupRow } from "./row.js";
import type { BackupStep } from "./step.js";

/** Connections to the namespace that is saved or restored. Sections whose connection is not given are left out. */
export interface BackupConnections {
  /** Links, addresses, routes … */
  readonly route: Rtnetlink;
  /** IP sets and nftables. */
  readonly netfilter?: Pick<Netfilter, "ipset" | "nftables">;
  /** IPsec. */
  readonly xfrm?: Pick<XfrmFamily, "state" | "policy" | "defaultPolicy">;
  /** Multipath TCP. Endpoints that name a link need its option `linkIndex$`, which that of `rxnetlink/mptcp` has. */
  readonly mptcp?: Pick<Mptcp, "endpoint" | "limits">;
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
  /** Connection that it needs beside `route`: it is there when the functions below are called. */
  readonly needs?: keyof BackupConnections;
  /** Paths of members that are secret: saved only if asked for, and never compared. */
  readonly secret?: readonly string[];
  /** Lists what there is, with what is secret or without. */
  list$(of: BackupConnections, secrets: boolean): Observable<Found>;
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

/** Returns the reason why a section cannot be used, if its connection was not given. */
export function missingConnection(of: BackupConnections, { needs = "route" }: Section): string | undefined {
  return of[needs] === undefined ? `no connection to ${needs} was given` : undefined;
}
