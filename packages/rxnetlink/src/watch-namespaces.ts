import type { ConnectionOptions, Transport } from "@rxnetlink/core";
import {
  aFunction,
  anObjectWith,
  type Check,
  checkArgument,
  checkOptions,
  connectionChecks,
} from "@rxnetlink/core/internal";
import { type Rtnetlink, rtnetlink } from "@rxnetlink/route";
import type { KernelTransport } from "@rxnetlink/transport";
import {
  catchError,
  defer,
  endWith,
  filter,
  finalize,
  map,
  mergeMap,
  type Observable,
  of,
  share,
  takeUntil,
} from "rxjs";

/** A transport that knows the names of namespaces, such as {@link KernelTransport}. */
export type NamespaceTransport = Transport & Pick<KernelTransport, "namespaces$">;

const aNamespaceTransport: Check = (value) =>
  anObjectWith("socket$", "namespaces$")(value) && "a transport that has namespaces$()";

/** An event of one namespace, with the name of that namespace. */
export type InNamespace<E> = E & {
  /** Name of the namespace, as in `ip netns`. */
  readonly namespace: string;
};

/** The end of the events of a namespace: its name was removed, or its stream has ended. */
export interface NamespaceGone {
  /** Distinguishes it from the events of the stream. */
  readonly type: "gone";
  /** Name of the namespace. */
  readonly namespace: string;
  /** The error of its stream, if it errored, such as `EPERM` if the namespace cannot be entered. */
  readonly error?: unknown;
}

const { protocol: _protocol, namespace: _namespace, ...OPTIONS } = connectionChecks;

/**
 * Runs a stream in each named network namespace and tags its events with the name: first in the namespaces that exist,
 * then in those that appear. If one ends or fails, the others continue; it is reported as `gone` until its name appears
 * again. Entering a namespace needs `CAP_SYS_ADMIN`.
 *
 * @param stream - Opens the stream of a namespace, whose connection is closed when the stream ends.
 *
 * @throws ArgumentError if an argument or an option is invalid.
 *
 * @example
 * watchNamespaces$(kernelTransport(), ({ link }) => link.watch$())
 *   .subscribe(({ namespace, type }) => console.log(namespace, type));
 */
export function watchNamespaces$<E extends object>(
  transport: NamespaceTransport,
  stream: (nl: Rtnetlink, namespace: string) => Observable<E>,
  options: Omit<ConnectionOptions, "protocol" | "namespace"> = {},
): Observable<InNamespace<E> | NamespaceGone> {
  return defer(() => {
    checkOptions("watchNamespaces$", options, OPTIONS);
    checkArgument("watchNamespaces$", "transport", transport, aNamespaceTransport);
    checkArgument("watchNamespaces$", "stream", stream, aFunction);
    const names$ = transport.namespaces$().pipe(share());
    return names$.pipe(
      filter((event) => event.type === "added"),
      mergeMap(({ name }) => {
        const removed$ = names$.pipe(filter((event) => event.type === "removed" && event.name === name));
        const open = () => rtnetlink({ transport, ...options, namespace: name });
        return untilGone$(inside$(open, name, stream), name, removed$);
      }),
    );
  });
}

/** The stream of one namespace, over its own connection. */
function inside$<E extends object>(
  open: () => Rtnetlink,
  namespace: string,
  stream: (nl: Rtnetlink, namespace: string) => Observable<E>,
): Observable<InNamespace<E>> {
  return defer(() => {
    const nl = open();
    return stream(nl, namespace).pipe(
      map((event) => ({ ...event, namespace })),
      finalize(() => nl.connection.close()),
    );
  });
}

/** Follows a stream until it ends or its namespace is removed, and then reports the namespace as gone. */
function untilGone$<E>(
  events$: Observable<InNamespace<E>>,
  namespace: string,
  removed$: Observable<unknown>,
): Observable<InNamespace<E> | NamespaceGone> {
  const gone: NamespaceGone = { type: "gone", namespace };
  return events$.pipe(
    takeUntil(removed$),
    endWith(gone),
    catchError((error: unknown) => of({ ...gone, error })),
  );
}
