import type { FlowControl, NamespaceRef, Transport } from "@rxnetlink/core";
import type { KernelTransport } from "@rxnetlink/transport";
import { defer, finalize, map, merge, type Observable, type TimestampProvider } from "rxjs";
import { Heard } from "../../objects/heard.js";
import type { OpenFollowable } from "../followable.js";
import type { Event } from "./line.js";
import { inAllNamespaces$, type Placed } from "./namespaces.js";
import { Readiness } from "./readiness.js";
import { type Report, type ReportOptions, Reports } from "./reports.js";

/** Options of {@link events$}. */
export interface EventOptions extends ReportOptions {
  /** The namespace; that of this process by default. */
  readonly namespace?: NamespaceRef;
  /** Set to follow all that have names too. */
  readonly allNamespaces?: boolean;
  readonly flowControl?: FlowControl;
  /** Called once no change can be missed. */
  readonly listening: () => void;
  /** Clock that tells when events happen. */
  readonly clock: TimestampProvider;
}

/** Emits what happens to objects over a transport. */
export function events$(open: OpenFollowable, given: Transport, options: EventOptions): Observable<Event> {
  const { allNamespaces, clock, flowControl, listening, namespace } = options;
  return defer(() => {
    const readiness = new Readiness(listening);
    const heard = options.hex ? new Heard() : undefined;
    const transport = heard?.over(given) ?? given;
    const following = { ready: readiness.await, heard, ...(flowControl && { flowControl }) };
    const follow$ = (where: { readonly namespace?: NamespaceRef }): Observable<Report> =>
      merge(
        ...open(transport, where).map((followable) =>
          new Reports(followable, options).of$(following).pipe(finalize(() => followable.connection.close())),
        ),
      );
    if (allNamespaces === true)
      return inAllNamespaces$(transport as KernelTransport, follow$, readiness, options);
    const reports$ = follow$(namespace === undefined ? {} : { namespace });
    readiness.complete();
    return reports$.pipe(map((report): Partial<Placed> & { report: Report } => ({ report })));
  }).pipe(map((placed) => ({ ...placed, time: clock.now() })));
}
