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
import type { KernelTransport, NamespaceEvent } from "@rxnetlink/transport";
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

/** A transport that knows the namespaces that have names, such as {@link KernelTransport}. */
export type NamespaceTransport = Transport & Pick<KernelTransport, "namespaces$">;

const aNamespaceTransport: Check = (value) =>
  anObjectWith("socket$", "namespaces$")(value) &&
  "a transport that knows namespaces, which has namespaces$()";

/** Something of one namespace, with its name. */
export type InNamespace<E> = E & {
  /** Name of the namespace, as of `ip netns`. */
  readonly namespace: string;
};

/** Nothing more is heard of a namespace: it has lost its name, or its stream has ended. */
export interface NamespaceGone {
  /** Tells it from the events of its stream. */
  readonly type: "gone";
  /** Its name. */
  readonly namespace: string;
  /** Why its stream errored, where it did, such as `EPERM` where it may not be entered. */
  readonly error?: unknown;
}

const { protocol: _protocol, namespace: _namespace, ...OPTIONS } = connectionChecks;

/**
 * Emits what a stream tells in each of the network namespaces that have names, tagged by the name: those that are
 * there, and those that appear later. One that ends or fails does not end the others; it is then `gone`, until its name
 * appears again. To enter namespaces needs `CAP_SYS_ADMIN`.
 *
 * @param stream - What to subscribe to in a namespace. Its connection is closed when it ends.
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
  function inside$(namespace: string): Observable<InNamespace<E>> {
    return defer(() => {
      const nl = rtnetlink(transport, { ...options, namespace });
      return stream(nl, namespace).pipe(
        map((event) => ({ ...event, namespace })),
        finalize(() => nl.connection.close()),
      );
    });
  }
  return defer(() => {
    checkOptions("watchNamespaces$", options, OPTIONS);
    checkArgument("watchNamespaces$", "transport", transport, aNamespaceTransport);
    checkArgument("watchNamespaces$", "stream", stream, aFunction);
    const names$ = transport.namespaces$().pipe(share());
    const of$ = (type: "added" | "removed") =>
      names$.pipe(
        filter((event): event is Exclude<NamespaceEvent, { type: "synced" }> => event.type === type),
      );
    return of$("added").pipe(
      mergeMap(({ name: namespace }) => {
        const gone: NamespaceGone = { type: "gone", namespace };
        return inside$(namespace).pipe(
          takeUntil(of$("removed").pipe(filter(({ name }) => name === namespace))),
          endWith(gone),
          catchError((error: unknown) => of({ ...gone, error })),
        );
      }),
    );
  });
}
