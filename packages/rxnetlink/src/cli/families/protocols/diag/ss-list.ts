import { definitionOf, KernelError, type NetlinkObject, toJson } from "@rxnetlink/core";
import {
  type SockDiag,
  type SocketWithInode,
  type WithCgroup,
  type WithProcesses,
  withCgroups,
  withProcesses,
} from "@rxnetlink/diag";
import { catchError, concat, EMPTY, identity, lastValueFrom, map, type Observable, toArray } from "rxjs";
import { complain, printLines } from "../../../output.js";
import { portTexts } from "./ss-addresses.js";
import { tailOf } from "./ss-details.js";
import { kindsOf, type SsKind } from "./ss-kinds.js";
import type { SsOptions } from "./ss-options.js";
import { tableOf } from "./ss-row.js";
import type { Selection } from "./ss-selection.js";

/** A socket with what was found about it elsewhere. */
export interface Found extends SocketWithInode, WithProcesses, WithCgroup {
  readonly kind: SsKind;
  readonly socket: object;
  readonly cgroupId?: bigint;
}

type Numbered = SocketWithInode & { readonly cgroupId?: bigint };

function found(kind: SsKind, socket: object): Found {
  const { inode, ino, cgroupId } = socket as Numbered;
  return { kind, socket, inode: inode ?? ino ?? 0, ...(cgroupId !== undefined && { cgroupId }) };
}

/** Completes a list that the kernel lacks, as if there were no such sockets. */
function unlessLacking(error: unknown): Observable<never> {
  if (error instanceof KernelError && error.code === "ENOENT") return EMPTY;
  throw error;
}

/** Lists sockets of some kinds, and reads what options ask for. */
function found$(diag: SockDiag, selection: Selection, options: SsOptions): Observable<Found> {
  const lists = kindsOf(options, selection).map((kind) => {
    const socket$ = kind.list$(diag, selection, options).pipe(map((socket) => found(kind, socket)));
    return options[kind.option] ? socket$ : socket$.pipe(catchError(unlessLacking));
  });
  return concat(...lists).pipe(
    options.processes ? withProcesses<Found>() : identity,
    options.extended ? withCgroups<Found>() : identity,
  );
}

/** Returns what was found as JSON. */
function jsonOf(diag: SockDiag, { kind, socket, processes, cgroupPath }: Found): object {
  const definition = definitionOf(diag[kind.option] as unknown as NetlinkObject<object>);
  return {
    netid: kind.option,
    ...(toJson(definition, socket) as object),
    ...(processes !== undefined && { processes }),
    ...(cgroupPath !== undefined && { cgroupPath }),
  };
}

/** Returns what was found as a table. */
function linesOf(all: readonly Found[], options: SsOptions): string[] {
  const portText = portTexts(options.numeric ?? false);
  return tableOf(
    all.map(({ kind, socket }) => kind.rowOf(socket, portText)),
    all.map(({ socket, processes, cgroupPath }) => tailOf({ ...socket, processes, cgroupPath }, options)),
  );
}

/** Prints lines, or values as one line of JSON. */
export async function printAll(diag: SockDiag, all: readonly Found[], options: SsOptions): Promise<void> {
  const lines = options.json ? [JSON.stringify(all.map((one) => jsonOf(diag, one)))] : linesOf(all, options);
  await printLines(lines);
}

/** Prints the sockets that are selected. */
export async function list(diag: SockDiag, selection: Selection, options: SsOptions): Promise<void> {
  const all = await lastValueFrom(found$(diag, selection, options).pipe(toArray()));
  await printAll(diag, all, options);
  const unknown = options.processes ? all.filter(({ processes }) => processes === undefined).length : 0;
  if (unknown > 0)
    complain(`rxnl: of ${unknown} sockets no process was found, and not all processes may be read`);
}
