import { KernelError } from "@rxnetlink/core";
import { NEEDS_INITIAL_NAMESPACE } from "@rxnetlink/core/internal";
import { commandOf } from "./genlmsghdr.js";
import type { Resolved } from "./resolved.js";

/** Returns an error that names the right privilege, where the kernel has said that root of a namespace is not enough for a command. */
export function explainPrivilege(error: unknown, { privileged }: Resolved): unknown {
  if (!(error instanceof KernelError) || error.code !== "EPERM" || error.text !== undefined) return error;
  if (!privileged.has(commandOf(error.request.type))) return error;
  return new KernelError({ ...error, hint: NEEDS_INITIAL_NAMESPACE }, error.request);
}
