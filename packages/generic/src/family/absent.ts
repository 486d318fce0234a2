import { KernelError } from "@rxnetlink/core";
import { catchError, type MonoTypeOperatorFunction, throwError } from "rxjs";
import type { Family } from "./definition.js";

/** Adds what brings a family to the error that the kernel has none of this name. */
export function explainAbsence<T>({ name, from }: Family): MonoTypeOperatorFunction<T> {
  return catchError((error: unknown) => {
    const explained = error instanceof KernelError && error.code === "ENOENT" && from !== undefined;
    if (!explained) return throwError(() => error);
    const hint = `there is no family ${name} here; it comes with ${from}`;
    return throwError(() => new KernelError({ ...error, hint }, error.request));
  });
}
