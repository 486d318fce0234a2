import { constants } from "node:os";
import { ArgumentError, EncodeError, NetlinkError, pick } from "@rxnetlink/core";
import { CommanderError } from "commander";
import { UsageError } from "./input/usage-error.js";
import { Interrupted } from "./live.js";
import { complain } from "./output.js";

/** Exit statuses of the program; that of a signal is 128 more than its number. */
export const STATUS = { ok: 0, refused: 1, usage: 2, signal: 128 } as const;

/** One of several errors, and the line that reports it. */
export type Failure = readonly [line: string, error: Error];

/** Several errors, at least one. */
export class Failures extends Error {
  constructor(readonly failures: readonly Failure[]) {
    super(failures[0]?.[0]);
  }
}

/** Returns the exit status for an error. */
function statusOf(error: unknown): number {
  const isUsage =
    error instanceof UsageError || error instanceof EncodeError || error instanceof ArgumentError;
  return isUsage ? STATUS.usage : STATUS.refused;
}

/** Members of errors that are facts. */
const FACTS = ["name", "code", "errno", "syscall", "object", "verb", "path", "text", "hint"] as const;

/** Returns an error as JSON: its message, and the facts that it has. */
function errorJson(error: Error): string {
  const facts = error as Partial<Record<(typeof FACTS)[number], unknown>>;
  return JSON.stringify({ error: { message: error.message, ...pick(facts, ...FACTS) } });
}

/** Returns the sentence about a file that could not be used; `undefined` for other errors. */
export function fileLine(error: unknown): string | undefined {
  const { code, path, message, syscall } = error as NodeJS.ErrnoException;
  const [, said] = /^\w+: ([^,]+), \w+( '|$)/.exec(message) ?? [];
  if (syscall === undefined || said === undefined) return undefined;
  // An open file is no longer known by its name.
  return `${path === undefined ? "" : `${path}: `}${said} (${code})`;
}

/** Prints an error on standard error: as JSON, or as the line that says it best. */
function say(error: unknown, asJson: boolean, given?: string): void {
  const isKnown = error instanceof NetlinkError || error instanceof UsageError;
  const line = given ?? (isKnown ? error.message : fileLine(error));
  if (asJson && error instanceof Error) console.error(errorJson(error));
  else if (line !== undefined) complain(`rxnl: ${line}`);
  else console.error(error);
}

/**
 * Prints an error on standard error, and returns the exit status for it; of several, that for the first.
 *
 * @param asJson - True to print JSON, a line for each error.
 */
export function report(error: unknown, asJson: boolean): number {
  if (error instanceof Interrupted) return STATUS.signal + constants.signals[error.signal];
  if (error instanceof Failures) {
    for (const [line, cause] of error.failures) say(cause, asJson, line);
    return statusOf(error.failures[0]?.[1]);
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.ok : STATUS.usage;
  say(error, asJson);
  return statusOf(error);
}
