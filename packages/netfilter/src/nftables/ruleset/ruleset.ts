import type { Connection, MessageSet } from "@rxnetlink/core";
import {
  aBoolean,
  aFunction,
  anInteger,
  aString,
  checkOptions,
  inSubscriberContext,
  type OptionChecks,
  oneOf,
} from "@rxnetlink/core/internal";
import { defer, interval, Observable, share, tap } from "rxjs";
import { nfproto } from "../../common/nfgenmsg.js";
import { generationMessages } from "../generation/generation.js";
import type { RulesetEvent } from "./events.js";
import * as of from "./messages.js";
import type { Ruleset } from "./nodes.js";
import { RulesetRun } from "./run.js";
import type { RulesetScope } from "./scope.js";

/** Options of `ruleset$`. */
export interface RulesetOptions extends RulesetScope {
  /** Called once no change can be missed: from then on every change is seen, whoever makes it. */
  readonly listening?: () => void;
  /**
   * Interval of periodic relisting in milliseconds, for what the kernel changes silently: counters, elements that packets add or
   * that end, tables that end with their owner. By default there is no periodic relisting.
   */
  readonly relistEvery?: number;
}

const OPTIONS: OptionChecks<RulesetOptions> = {
  family: oneOf(...Object.keys(nfproto.values)),
  table: aString,
  elements: aBoolean,
  listening: aFunction,
  relistEvery: anInteger(1, 0x7fff_ffff),
};

const LISTENED = [
  generationMessages,
  of.tableMessages,
  of.chainMessages,
  of.ruleMessages,
  of.setMessages,
  of.elementMessages,
  of.objectMessages,
  of.flowtableMessages,
] as readonly MessageSet<object>[];

/** A part of the ruleset, kept while it has subscribers, over one subscription to the kernel for all of them. */
class RulesetTracker {
  #ruleset: Ruleset | undefined;
  #listening = false;
  readonly #listeners = new Set<() => void>();
  readonly #events$: Observable<RulesetEvent>;

  constructor(connection: Connection, scope: RulesetScope, relistEvery: number | undefined) {
    const events$ = new Observable<RulesetEvent>((subscriber) => {
      const run = new RulesetRun(connection, scope, subscriber);
      const listening = () => {
        this.#listening = true;
        for (const call of this.#listeners) call();
        run.list();
      };
      if (relistEvery !== undefined) subscriber.add(interval(relistEvery).subscribe(() => run.relist()));
      subscriber.add(() => {
        this.#ruleset = undefined;
        this.#listening = false;
      });
      return connection.notifications$(LISTENED, { listening }).subscribe({
        next: (notification) => run.handle(notification),
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      });
    });
    const remember = ({ ruleset }: RulesetEvent) => {
      this.#ruleset = ruleset;
    };
    this.#events$ = events$.pipe(tap(remember), share(), inSubscriberContext());
  }

  /** Emits the ruleset as it is known, if it is, then events. */
  events$(listening: (() => void) | undefined): Observable<RulesetEvent> {
    return new Observable((subscriber) => {
      if (listening !== undefined && !this.#listening) {
        this.#listeners.add(listening);
        subscriber.add(() => this.#listeners.delete(listening));
      } else listening?.();
      if (this.#ruleset !== undefined) subscriber.next({ type: "synced", ruleset: this.#ruleset });
      subscriber.add(this.#events$.subscribe(subscriber));
    });
  }
}

/** Emits the ruleset, then its changes. */
export type RulesetStream = (options?: RulesetOptions) => Observable<RulesetEvent>;

/** Returns the rulesets of a connection; those of the same options share what they read. */
export function rulesetsOf(connection: Connection): RulesetStream {
  const trackers = new Map<string, RulesetTracker>();
  return (options = {}) =>
    defer(() => {
      const { listening, relistEvery, ...scope } = checkOptions("ruleset$", options, OPTIONS);
      const { family, table, elements = true } = scope;
      const key = JSON.stringify([family, table, elements, relistEvery]);
      const tracker = trackers.get(key) ?? new RulesetTracker(connection, scope, relistEvery);
      trackers.set(key, tracker);
      return tracker.events$(listening);
    });
}
