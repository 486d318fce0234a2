// From the kernel to events: the topology of each namespace is reduced to a view, all views are one world, and two worlds after
// each other make events.

import { map, merge, mergeMap, type Observable, pairwise, scan, startWith } from "rxjs";
import { type NamespaceTransport, type Rtnetlink, rtnetlink, watchNamespaces$ } from "rxnetlink";
import { type ContainerEvent, eventsBetween } from "./events.js";
import { type NamespaceView, viewOf, type World } from "./view.js";

/** Name under which the namespace of the watcher itself is reported. */
export const HOST = "host";

interface ViewEvent {
  readonly type: "view";
  readonly view: NamespaceView;
}

const view$ = (nl: Rtnetlink): Observable<ViewEvent> =>
  nl.topology$().pipe(map((topology) => ({ type: "view", view: viewOf(topology) })));

/** Watches this namespace and all that have a name, those that appear later too. What exists comes first, as events. */
export function watchContainers$(transport: NamespaceTransport): Observable<ContainerEvent> {
  const host$ = view$(rtnetlink({ transport })).pipe(map((event) => ({ ...event, namespace: HOST })));
  return merge(host$, watchNamespaces$(transport, view$)).pipe(
    scan((world: World, event) => {
      const next = new Map(world);
      if (event.type === "gone") next.delete(event.namespace);
      else next.set(event.namespace, event.view);
      return next;
    }, new Map()),
    startWith(new Map() as World),
    pairwise(),
    mergeMap(([before, now]) => eventsBetween(before, now)),
  );
}
