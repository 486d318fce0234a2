import { errnoOf, type KernelRefusal, type RequestLabel } from "@rxnetlink/core";

const CONTROL =
  'needs CAP_AUDIT_CONTROL in the initial PID namespace; while enabled is "locked", nothing can be changed until the machine restarts';
const WRITE = "needs CAP_AUDIT_WRITE in the initial user namespace";
const NAMESPACE =
  "audit is not for containers: it is controlled from the initial user and PID namespaces only";

/** Returns a remedy for a refusal of audit. */
export function auditHint({ errno }: KernelRefusal, verb: string): string | undefined {
  if (errno === errnoOf("EPERM")) return verb === "user" ? WRITE : CONTROL;
  return errno === errnoOf("ECONNREFUSED") ? NAMESPACE : undefined;
}

/** Returns the description of a request, for errors. */
export const labelOf = (object: string, verb: string): RequestLabel => ({
  object,
  verb,
  namedBy: [],
  hint: (refusal) => auditHint(refusal, verb),
});
