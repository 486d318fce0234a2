import { ArgumentError, EncodeError, NetlinkError } from "@rxnetlink/core";
import { CommanderError } from "commander";
import { UsageError } from "./input/usage-error.js";
import { Interrupted } from "./live.js";
import { complain } from "./output.js";

/** Exit statuses of the program. */
export const STATUS = { ok: 0, refused: 1, usage: 2 } as const;

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

/** Prints an error on standard error, and returns the exit status for it; of several, that for the first. */
export function report(error: unknown): number {
  if (error instanceof Interrupted) return STATUS.ok;
  if (error instanceof Failures) {
    for (const [line] of error.failures) complain(`rxnl: ${line}`);
    return statusOf(error.failures[0]?.[1]);
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.ok : STATUS.usage;
  if (error instanceof NetlinkError || error instanceof UsageError) complain(`rxnl: ${error.message}`);
  else console.error(error);
  return statusOf(error);
}
