import {
  type Connection,
  inOwnContext,
  type Keepable,
  keep,
  type StateEvent,
  type StateOptions,
  type Synchronizer,
  wanting,
} from "@rxnetlink/core";
import { asapScheduler, defer, Observable, shareReplay } from "rxjs";
import type { Address } from "../address/address.js";
import type { Link } from "../link/link.js";
import type { Neighbour } from "../neighbour/neighbour.js";
import type { Route } from "../route/route.js";
import type { Rule } from "../rule/rule.js";
import { type Topology, TopologyBuilder } from "./topology.js";

export type { LinkNode, Topology } from "./topology.js";

/** Emits once for each turn after which something is other than before, as soon as all tables are true at one moment. */
export function topologies$(synchronizer: Synchronizer<object>): Observable<Topology> {
  return new Observable((subscriber) => {
    let builder: TopologyBuilder | undefined;
    let due = false;
    /** Whether something is other than what was emitted last. */
    let changed = true;

    function emit(): void {
      due = false;
      if (!changed || !synchronizer.settled || subscriber.closed) return;
      changed = false;
      builder ??= new TopologyBuilder(synchronizer);
      subscriber.next(builder.build());
    }

    function take(event: StateEvent<object>): void {
      if (event.event === "resync") return;
      if (event.event === "difference") {
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
      synchronizer.events$.subscribe({
        next: take,
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    );
    if (synchronizer.synced) wake();
  });
}

/** What a topology is made of. */
export interface Joined {
  readonly link: Keepable<Link>;
  readonly address: Keepable<Address>;
  readonly neighbour: Keepable<Neighbour>;
  readonly route: Keepable<Route>;
  readonly rule: Keepable<Rule>;
}

/** The objects of one network namespace joined, shared among subscribers. */
export function topologyOf(
  connection: Connection,
  joined: Joined,
): (options?: StateOptions) => Observable<Topology> {
  const objects = Object.values(joined) as readonly Keepable<object>[];
  let synchronizer: Synchronizer<object> | undefined;
  const kept = () => {
    synchronizer ??= keep(connection, objects);
    return synchronizer;
  };
  const shared$ = defer(() => topologies$(kept())).pipe(
    shareReplay({ bufferSize: 1, refCount: true }),
    inOwnContext(),
  );
  return (options = {}) => wanting("topology$", options, kept, shared$);
}
