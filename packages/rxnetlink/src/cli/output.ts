import type { EventEmitter } from "node:events";
import { EMPTY, fromEvent, ignoreElements, type Observable, take } from "rxjs";
import { lineFor } from "./text-width.js";

const { stdout } = process;

/** Emits when our output can no longer be written. */
export const outputFailed$ = fromEvent(stdout as EventEmitter, "error");

/** Prints a line, and completes when the reader of our output has kept up. */
export function print(line: string): Observable<never> {
  if (stdout.write(`${line}\n`)) return EMPTY;
  return fromEvent(stdout as EventEmitter, "drain").pipe(take(1), ignoreElements());
}

/** Prints a line on standard error, wrapped to the width of a terminal. */
export function complain(line: string): void {
  console.error(lineFor(process.stderr, line));
}
