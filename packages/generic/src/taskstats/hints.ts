import { KernelError } from "@rxnetlink/core";
import { NEEDS_INITIAL_NAMESPACE } from "@rxnetlink/core/internal";
import { catchError, type MonoTypeOperatorFunction, throwError } from "rxjs";

/** Remedies of requests for statistics, by errno. */
export const STATISTICS: Readonly<Record<string, string>> = {
  ESRCH: "there is no such task in the PID namespace of this process",
};

/** Remedies of registrations, by errno. */
export const REGISTRATION: Readonly<Record<string, string>> = {
  EPERM: NEEDS_INITIAL_NAMESPACE,
  ERANGE: "the list names CPUs that do not exist",
  EINVAL:
    "the list names CPUs that do not exist, or this process is outside the initial user and PID namespaces, as in a container",
};

/** Remedies of requests about control groups, by errno. */
export const CGROUPS: Readonly<Record<string, string>> = {
  EINVAL:
    "the kernel knows directories of cgroup v1 only: those of v2 have cgroup.stat and pressure files instead",
  EBADF: "the file descriptor is not open",
};

/** Adds remedies to refusals. */
export function hinted<T>(hints: Readonly<Record<string, string>>): MonoTypeOperatorFunction<T> {
  return catchError((error: unknown) => {
    const hint = error instanceof KernelError ? hints[error.code] : undefined;
    if (!(error instanceof KernelError) || hint === undefined) return throwError(() => error);
    return throwError(() => new KernelError({ ...error, hint }, error.request));
  });
}
