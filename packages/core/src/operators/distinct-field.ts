import { filter, map, type OperatorFunction, pipe } from "rxjs";
import type { WatchChange, WatchEvent } from "../state/watch.js";
import { deepEqual } from "../values/equal.js";

/** A member of an object that is not what it was. */
export interface FieldChange<T, K extends keyof T> {
  /** What it is; absent where the object has it no more. */
  readonly current?: T[K];
  /** What it was; absent where the object had none. */
  readonly previous?: T[K];
  /** The object as it is. */
  readonly value: T;
  /** Which change it was, of the whole state. */
  readonly revision: number;
}

type Changed<T> = Extract<WatchChange<T>, { readonly type: "changed" }>;

const NONE: ReadonlySet<string> = new Set();

/**
 * Of what `watch$` emits, only the changes of one member of objects that exist.
 *
 * ```text
 * source  -A(down)--M--C(down→up)--C(mtu)--C(up→down)--R-->
 *         distinctField("operstate")
 * result  -------------x-------------------x-------------->
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
