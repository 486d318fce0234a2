import { catchError, map, type Observable, throwError } from "rxjs";

/** An error that came later, with the stack of where it was asked for. */
function askedAt<E>(error: E, site: Error): E {
  if (!(error instanceof Error)) return error;
  const frames = (site.stack ?? "").split("\n").slice(1).join("\n");
  error.stack = `${error.name}: ${error.message}\n${frames}`;
  return error;
}

/** What may hold an error among its values: an outcome of a batch. */
const inValue = (value: unknown, site: Error) => {
  if (typeof value === "object" && value !== null && "error" in value) askedAt(value.error, site);
};

/** Gives the errors of a stream the stack of where this is called, which else ends at the socket that was read. */
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
