import type { Connection } from "@rxnetlink/core";
import { checkOptions, inSubscriberContext } from "@rxnetlink/core/internal";
import { defer, finalize, Observable, share } from "rxjs";
import type { DroppedEvent } from "./events.js";
import { monitored$ } from "./monitoring.js";
import { type DroppedOptions, droppedChecks } from "./options.js";

/** See {@link DropMonitor.dropped$}. */
export type Dropped = (options?: DroppedOptions) => Observable<DroppedEvent>;

type Settings = Omit<DroppedOptions, "listening">;

/** The monitor, which runs while anybody is subscribed. The kernel has one, with one configuration. */
class Monitoring {
  readonly #waiting = new Set<() => void>();
  #started = false;
  readonly #event$: Observable<DroppedEvent>;

  constructor(
    connection: Connection,
    readonly settings: Settings,
    ended: () => void,
  ) {
    const started = () => {
      this.#started = true;
      for (const listening of this.#waiting) listening();
    };
    this.#event$ = monitored$(connection, settings, started).pipe(finalize(ended), share());
  }

  /** Returns the events for one subscriber. */
  event$(listening: () => void): Observable<DroppedEvent> {
    const event$ = new Observable<DroppedEvent>((subscriber) => {
      this.#waiting.add(listening);
      subscriber.add(() => this.#waiting.delete(listening));
      subscriber.add(this.#event$.subscribe(subscriber));
      if (this.#started) listening();
    });
    return event$.pipe(inSubscriberContext());
  }

  has(settings: Settings): boolean {
    const keys = Object.keys(droppedChecks) as (keyof Settings)[];
    return keys.every((key) => settings[key] === this.settings[key]);
  }
}

/** Returns the function `dropped$` of a connection, whose subscribers with the same options share the monitor. */
export function droppedOf(connection: Connection): Dropped {
  const running = new Set<Monitoring>();
  return (options = {}) =>
    defer(() => {
      const { listening = () => {}, ...settings } = checkOptions("dropped$", options, droppedChecks);
      const found = [...running].find((monitoring) => monitoring.has(settings));
      if (found !== undefined) return found.event$(listening);
      const monitoring = new Monitoring(connection, settings, () => running.delete(monitoring));
      running.add(monitoring);
      return monitoring.event$(listening);
    });
}
