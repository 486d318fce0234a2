import type { Connection } from "@rxnetlink/core";
import { anInteger, checkArgument, checkOptions, inSubscriberContext } from "@rxnetlink/core/internal";
import { defer, finalize, Observable, share } from "rxjs";
import { boundGroup$ } from "./binding.js";
import type { NflogEvent } from "./events.js";
import { type NflogOptions, nflogChecks } from "./options.js";

/** See {@link Netfilter.nflog$}. */
export type Nflog = (group: number, options?: NflogOptions) => Observable<NflogEvent>;

type Settings = Omit<NflogOptions, "listening">;

/** A log group that is bound while anybody listens. */
class Binding {
  readonly #waiting = new Set<() => void>();
  #bound = false;
  readonly #event$: Observable<NflogEvent>;

  constructor(
    connection: Connection,
    readonly group: number,
    readonly settings: Settings,
    ended: () => void,
  ) {
    const bound = () => {
      this.#bound = true;
      for (const listening of this.#waiting) listening();
    };
    this.#event$ = boundGroup$(connection, group, settings, bound).pipe(finalize(ended), share());
  }

  /** Returns the events for one subscriber. */
  event$(listening: () => void): Observable<NflogEvent> {
    const event$ = new Observable<NflogEvent>((subscriber) => {
      this.#waiting.add(listening);
      subscriber.add(() => this.#waiting.delete(listening));
      subscriber.add(this.#event$.subscribe(subscriber));
      if (this.#bound) listening();
    });
    return event$.pipe(inSubscriberContext());
  }

  /** True if the binding is of a group with just these settings. */
  is(group: number, settings: Settings): boolean {
    const keys = Object.keys(nflogChecks) as (keyof Settings)[];
    return group === this.group && keys.every((key) => settings[key] === this.settings[key]);
  }
}

/** Returns the function `nflog$` of a connection, whose subscribers share bindings. */
export function nflogOf(connection: Connection): Nflog {
  const bindings = new Set<Binding>();
  return (group, options = {}) =>
    defer(() => {
      checkArgument("nflog$", "group", group, anInteger(0, 0xffff));
      const { listening = () => {}, ...settings } = checkOptions("nflog$", options, nflogChecks);
      const found = [...bindings].find((binding) => binding.is(group, settings));
      if (found !== undefined) return found.event$(listening);
      const binding = new Binding(connection, group, settings, () => bindings.delete(binding));
      bindings.add(binding);
      return binding.event$(listening);
    });
}
