import { ArgumentError, ClosedError, SystemError } from "@rxnetlink/core";
import type { Failed } from "../channel/protocol.js";

/** The error of a call that could not be made for another reason than the kernel's. */
export function unusable(callee: string, cause: unknown): ArgumentError {
  if (cause instanceof ArgumentError) return cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ArgumentError(callee, "arguments", why, undefined, { cause });
}

/** The error that a failure was, of a command or of a socket that is read. */
export function errorOf({ ticket, failure }: Failed): Error {
  if (!(failure instanceof Error)) return new SystemError(failure.syscall, failure.errno, failure.hint);
  return ticket === 0 ? new ClosedError("the socket", { cause: failure }) : unusable("pump", failure);
}
