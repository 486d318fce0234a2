import type { Connection, StateOptions, Watchable } from "@rxnetlink/core";
import {
  inSubscriberContext,
  type StateEvent,
  type StateTracker,
  track,
  trackableOf,
  withStateOptions,
} from "@rxnetlink/core/internal";

import { asapScheduler, defer, Observable, shareReplay } from "rxjs";
import type { Address } from "../address/layout.js";
import type { Link } from "../link/layout.js";
import type { Neighbour } from "../neighbour/layout.js";
import type { Route } from "../route/layout.js";
import type { Rule } from "../rule/layout.js";
import { type Topology, TopologyBuilder } from "./topology.js";

export type { LinkNode, Topology } from "./topology.js";

/** Emits at most once per turn, when something changed and all tables are consistent. */
export function topologies$(tracker: StateTracker<object>): Observable<Topology> {
  return new Observable((subscriber) => {
    let builder: TopologyBuilder | undefined;
    let due = false;
    /** True if something changed since the last emission. */
    let changed = true;

    function emit(): void {
      due = false;
      if (!changed || !tracker.consistent || subscriber.closed) return;
      changed = false;
      builder ??= new TopologyBuilder(tracker);
      subscriber.next(builder.build());
    }

    function take(event: StateEvent<object>): void {
      if (event.type === "resync") return;
      if (event.type === "difference") {
        changed = true;
        builder?.change(event.object, event.difference);
      }
      wake();
    }

    function wake(): void {
      if (due) return;
      due = true;
      subscriber.add(asapScheduler.schedule(emit));
    }

    subscriber.add(
      tracker.events$.subscribe({
        next: take,
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    );
    if (tracker.synced) wake();
  });
}

/** Objects joined in a topology. */
export interface Joined {
  readonly link: Watchable<Link>;
  readonly address: Watchable<Address>;
  readonly neighbour: Watchable<Neighbour>;
  readonly route: Watchable<Route>;
  readonly rule: Watchable<Rule>;
}

/** Returns the topologies of one network namespace, shared among subscribers. */
export function topologyOf(
  connection: Connection,
  joined: Joined,
): (options?: StateOptions) => Observable<Topology> {
  const { link, address, neighbour, route, rule } = joined;
  const objects = [link, address, neighbour, route, rule].map((object) => trackableOf<object>(object));
  let tracker: StateTracker<object> | undefined;
  const trackerOf = () => {
    tracker ??= track(connection, objects);
    return tracker;
  };
  const shared$ = defer(() => topologies$(trackerOf())).pipe(
    shareReplay({ bufferSize: 1, refCount: true }),
    inSubscriberContext(),
  );
  return (options = {}) => withStateOptions("topology$", options, trackerOf, shared$);
}
