import { ArgumentError, EncodeError, NetlinkError } from "@rxnetlink/core";
import { CommanderError } from "commander";
import { UsageError } from "./input/usage-error.js";
import { Interrupted } from "./live.js";
import { complain } from "./output.js";

/** Exit statuses of the program. */
export const STATUS = { ok: 0, refused: 1, usage: 2 } as const;

/** Prints an error on standard error, and returns the exit status for it. */
export function report(error: unknown): number {
  if (error instanceof Interrupted) return STATUS.ok;
  if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.ok : STATUS.usage;
  if (error instanceof UsageError || error instanceof EncodeError || error instanceof ArgumentError) {
    complain(`rxnl: ${error.message}`);
    return STATUS.usage;
  }
  if (error instanceof NetlinkError) complain(`rxnl: ${error.message}`);
  else console.error(error);
  return STATUS.refused;
}
