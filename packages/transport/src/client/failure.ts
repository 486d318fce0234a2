import { ArgumentError, ClosedError, SystemError } from "@rxnetlink/core";
import type { FailedReport } from "../channel/protocol.js";

/** Returns the error of a call that failed before it reached the kernel. */
export function unusable(callee: string, cause: unknown): ArgumentError {
  if (cause instanceof ArgumentError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ArgumentError(callee, "arguments", reason, undefined, { cause });
}

/** Returns the error of a failed command or socket. */
export function errorOf({ ticket, failure }: FailedReport): Error {
  if (!(failure instanceof Error)) return new SystemError(failure.syscall, failure.errno, failure.hint);
  return ticket === 0 ? new ClosedError("the socket", { cause: failure }) : unusable("pump", failure);
}
