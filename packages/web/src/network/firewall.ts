import type { NamespaceRef, Transport } from "@rxnetlink/core";
import { netfilter } from "@rxnetlink/netfilter";
import { rulesetText } from "@rxnetlink/netfilter/nftables";
import { catchError, defer, EMPTY, finalize, map, type Observable, of, skip, take } from "rxjs";
import type { Firewall } from "../wire/details.js";

/** Emits the ruleset of a namespace with its counters, or why it cannot be read. */
export function firewall$(transport: Transport, namespace: NamespaceRef | undefined): Observable<Firewall> {
  return defer(() => {
    const nf = netfilter({ transport, ...(namespace !== undefined && { namespace }) });
    return nf.nftables.ruleset$().pipe(
      take(1),
      map(({ ruleset }) => ({ text: rulesetText(ruleset) })),
      finalize(() => nf.connection.close()),
    );
  }).pipe(catchError((error: Error) => of({ error: error.message })));
}

/** Emits the name of the program whenever one has changed the ruleset; nothing where the ruleset cannot be followed. */
export function rulesetChanges$(
  transport: Transport,
  namespace: NamespaceRef | undefined,
): Observable<string> {
  return defer(() => {
    const nf = netfilter({ transport, ...(namespace !== undefined && { namespace }) });
    return nf.nftables.generation$().pipe(
      // The first is the current one.
      skip(1),
      map(({ procName = "a program" }) => procName),
      finalize(() => nf.connection.close()),
    );
  }).pipe(catchError(() => EMPTY));
}
