import type { NamespaceRef } from "@rxnetlink/core";
import type { KernelTransport } from "@rxnetlink/transport";
import {
  catchError,
  concat,
  defer,
  EMPTY,
  filter,
  map,
  merge,
  mergeMap,
  NEVER,
  type Observable,
  of,
  share,
  takeUntil,
  tap,
} from "rxjs";
import { fileOf, isNamespace, isSame, OWN_FILE } from "../namespace-file.js";
import type { Readiness } from "./readiness.js";
import type { Report } from "./reports.js";

/** Name of the namespace of this process, if it has no other. */
const OWN = ".";

/** A report of what happens in a namespace. */
export interface Placed {
  readonly namespace: string;
  readonly report: Report;
}

/** Reports in the form that the others have. */
interface Forms {
  readonly json?: boolean;
}

const came = (namespace: string, { json }: Forms): Placed => ({
  namespace,
  report: json ? { type: "namespaceAdded" } : "+ namespace",
});

const gone = (namespace: string, { json }: Forms): Placed => ({
  namespace,
  report: json ? { type: "namespaceRemoved" } : "- namespace",
});

function failed(namespace: string, error: unknown, { json }: Forms): Placed {
  const { message } = error as Error;
  return { namespace, report: json ? { type: "failed", error: message } : `! ${message}` };
}

/**
 * Follows objects in the namespace of this process, in each that has a name, as long as it has, and in those of other
 * processes. If one fails, such as for lack of the right to enter it, the others continue.
 *
 * @param follow$ - Follows them in one namespace.
 */
export function inAllNamespaces$(
  transport: KernelTransport,
  follow$: (options: { readonly namespace?: NamespaceRef }) => Observable<Report>,
  readiness: Readiness,
  forms: Forms,
): Observable<Placed> {
  const inside$ = (namespace: string, file: string, options: { readonly namespace?: NamespaceRef }) =>
    follow$(options).pipe(
      map((report) => ({ namespace, report })),
      catchError((error: unknown) => (isNamespace(file) ? of(failed(namespace, error, forms)) : EMPTY)),
    );
  return defer(() => {
    let isLater = false;
    const events$ = transport.namespaces$({ ofProcesses: true }).pipe(
      tap(({ type }) => {
        if (type !== "synced") return;
        isLater = true;
        readiness.complete();
      }),
      share(),
    );
    const others$ = events$.pipe(
      filter((event) => event.type === "added"),
      filter((event) => !isSame(fileOf(event), OWN_FILE)),
      mergeMap((added) => {
        const { name } = added;
        const removed$ = events$.pipe(filter((event) => event.type === "removed" && event.name === name));
        const first$ = isLater ? of(came(name, forms)) : EMPTY;
        const events = inside$(name, fileOf(added), { namespace: added.path ?? name });
        return concat(first$, merge(events, NEVER).pipe(takeUntil(removed$)), of(gone(name, forms)));
      }),
    );
    return merge(inside$(OWN, OWN_FILE, {}), others$);
  });
}
