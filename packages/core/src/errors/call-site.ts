import { catchError, map, type Observable, throwError } from "rxjs";

/** Gives an error the stack of the place that made the request. */
function askedAt<E>(error: E, site: Error): E {
  if (!(error instanceof Error)) return error;
  const frames = (site.stack ?? "").split("\n").slice(1).join("\n");
  error.stack = `${error.name}: ${error.message}\n${frames}`;
  return error;
}

/** Does the same for an error within a value: the outcome of a request in a batch. */
const inValue = (value: unknown, site: Error) => {
  if (typeof value === "object" && value !== null && "error" in value) askedAt(value.error, site);
};

/**
 * Gives the errors of a stream the stack of this function's caller. Otherwise it would end at the socket that was
 * read.
 */
export function withCallSite<R>(source$: Observable<R>): Observable<R> {
  const site = new Error("asked");
  return source$.pipe(
    map((value) => {
      inValue(value, site);
      return value;
    }),
    catchError((error: unknown) => throwError(() => askedAt(error, site))),
  );
}
