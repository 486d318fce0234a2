import type { EventEmitter } from "node:events";
import {
  concatMap,
  EMPTY,
  from,
  fromEvent,
  ignoreElements,
  lastValueFrom,
  type Observable,
  type ObservableInput,
  take,
  takeUntil,
} from "rxjs";
import { lineFor } from "./text/width.js";

const { stdout } = process;

/** Emits when our output can no longer be written. */
export const outputFailed$ = fromEvent(stdout as EventEmitter, "error");

/** Prints a line, and completes when the reader of our output has kept up. */
export function print(line: string): Observable<never> {
  if (stdout.write(`${line}\n`)) return EMPTY;
  return fromEvent(stdout as EventEmitter, "drain").pipe(take(1), ignoreElements());
}

/** Waits until everything is printed, or the reader has closed our output. */
export async function shown(printed$: Observable<never>): Promise<void> {
  await lastValueFrom(printed$.pipe(takeUntil(outputFailed$)), { defaultValue: undefined });
}

/** Prints lines, and waits as {@link shown} does. */
export const printLines = (lines: ObservableInput<string>): Promise<void> =>
  shown(from(lines).pipe(concatMap(print)));

/** Prints a line on standard error, wrapped to the width of a terminal. */
export function complain(line: string): void {
  console.error(lineFor(process.stderr, line));
}
