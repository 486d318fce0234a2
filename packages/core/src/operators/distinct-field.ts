import { filter, map, type OperatorFunction, pipe } from "rxjs";
import type { WatchChange, WatchEvent } from "../state/watch.js";
import { deepEqual } from "../values/equal.js";

/** A change of one member of an object. */
export interface FieldChange<T, K extends keyof T> {
  /** Current value; absent if the object no longer has it. */
  readonly current?: T[K];
  /** Previous value; absent if the object did not have it. */
  readonly previous?: T[K];
  /** The whole object as it is now. */
  readonly value: T;
  /** Revision of the whole state after the change. */
  readonly revision: number;
}

type Changed<T> = Extract<WatchChange<T>, { readonly type: "changed" }>;

const NONE: ReadonlySet<string> = new Set();

/**
 * Reduces `watch$` to the changes of one member of existing objects.
 *
 * ```marbles
 * source  -a--s--u---m---d--r---
 *         distinctField("operstate")
 * result  -------u-------d------
 * An added link, synced, up, another mtu, down, removed.
 * ```
 *
 * @example
 * nl.link.watch$({ ifname: "eth0" }).pipe(
 *   distinctField("operstate"),
 *   map(({ previous, current }) => `${previous} became ${current}`),
 * );
 */
export function distinctField<T, K extends keyof T>(
  key: K,
): OperatorFunction<WatchEvent<T>, FieldChange<T, K>> {
  return pipe(
    filter((event): event is Changed<T> => event.type === "changed"),
    filter(({ previous, current }) => !deepEqual(previous[key], current[key], NONE)),
    map(({ previous, current, revision }) => ({
      value: current,
      revision,
      ...(current[key] !== undefined && { current: current[key] }),
      ...(previous[key] !== undefined && { previous: previous[key] }),
    })),
  );
}
