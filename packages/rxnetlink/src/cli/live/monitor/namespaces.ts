import { type Stats, statSync } from "node:fs";
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
import type { Readiness } from "./readiness.js";
import type { Report } from "./reports.js";

/** Name of the namespace of this process, if it has no other. */
const OWN = ".";
const NAMES = "/run/netns/";

/** A report of what happens in a namespace. */
export interface Placed {
  readonly namespace: string;
  readonly report: Report;
}

/** Device and number of a file, which tell a namespace from others; neither if the file is gone. */
const identityOf = (path: string): Partial<Stats> => statSync(path, { throwIfNoEntry: false }) ?? {};
const own = () => identityOf("/proc/self/ns/net");

/** Returns true if a name is that of a namespace. While one is deleted, the name lasts for a moment longer. */
const isNamespace = (name: string) => identityOf(NAMES + name).dev === own().dev;
const isOwn = (name: string) => isNamespace(name) && identityOf(NAMES + name).ino === own().ino;

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
 * Follows objects in the namespace of this process and in each that has a name, as long as it has. If one fails, such as for
 * lack of the right to enter it, the others continue.
 *
 * @param follow$ - Follows them in one namespace.
 */
export function inAllNamespaces$(
  transport: KernelTransport,
  follow$: (options: { readonly namespace?: NamespaceRef }) => Observable<Report>,
  readiness: Readiness,
  forms: Forms,
): Observable<Placed> {
  const inside$ = (namespace: string, options: { readonly namespace?: NamespaceRef }) =>
    follow$(options).pipe(
      map((report) => ({ namespace, report })),
      catchError((error: unknown) =>
        namespace === OWN || isNamespace(namespace) ? of(failed(namespace, error, forms)) : EMPTY,
      ),
    );
  return defer(() => {
    let isLater = false;
    const events$ = transport.namespaces$().pipe(
      tap(({ type }) => {
        if (type !== "synced") return;
        isLater = true;
        readiness.complete();
      }),
      share(),
    );
    const named$ = events$.pipe(
      filter((event) => event.type === "added"),
      filter(({ name }) => !isOwn(name)),
      mergeMap(({ name }) => {
        const removed$ = events$.pipe(filter((event) => event.type === "removed" && event.name === name));
        const first$ = isLater ? of(came(name, forms)) : EMPTY;
        const events = inside$(name, { namespace: name });
        return concat(first$, merge(events, NEVER).pipe(takeUntil(removed$)), of(gone(name, forms)));
      }),
    );
    return merge(inside$(OWN, {}), named$);
  });
}
