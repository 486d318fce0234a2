import { type Connection, type StateOptions, withStateOptions } from "@rxnetlink/core";
import {
  inSubscriberContext,
  type StateEvent,
  type StateTracker,
  type Trackable,
  track,
} from "@rxnetlink/core/internal";
import { asapScheduler, defer, Observable, shareReplay } from "rxjs";
import type { Address } from "../address/layout.js";
import type { Link } from "../link/layout.js";
import type { Neighbour } from "../neighbour/layout.js";
import type { Route } from "../route/layout.js";
import type { Rule } from "../rule/layout.js";
import { type Topology, TopologyBuilder } from "./topology.js";

export type { LinkNode, Topology } from "./topology.js";

/** Emits once for each turn after which something is other than before, as soon as all tables are true at one moment. */
export function topologies$(tracker: StateTracker<object>): Observable<Topology> {
  return new Observable((subscriber) => {
    let builder: TopologyBuilder | undefined;
    let due = false;
    /** Whether something is other than what was emitted last. */
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

/** What a topology is made of. */
export interface Joined {
  readonly link: Trackable<Link>;
  readonly address: Trackable<Address>;
  readonly neighbour: Trackable<Neighbour>;
  readonly route: Trackable<Route>;
  readonly rule: Trackable<Rule>;
}

/** The objects of one network namespace joined, shared among subscribers. */
export function topologyOf(
  connection: Connection,
  joined: Joined,
): (options?: StateOptions) => Observable<Topology> {
  const objects = Object.values(joined) as readonly Trackable<object>[];
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
