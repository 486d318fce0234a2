// Which uplink to use. The decision is an operator without a kernel, which marble tests show at work.

import {
  asyncScheduler,
  distinctUntilChanged,
  from,
  map,
  mergeMap,
  type OperatorFunction,
  scan,
  switchMap,
  timer,
} from "rxjs";
import type { Health } from "./uplink.js";

/** Time since when each uplink has been healthy, in milliseconds; `undefined` for one that is not. */
type HealthySince = readonly (number | undefined)[];

const ALWAYS = Number.NEGATIVE_INFINITY;

function updated(since: HealthySince | undefined, healths: readonly Health[]): HealthySince {
  // Those that are healthy at first need no proof.
  return healths.map((health, i) =>
    health === "ok" ? (since === undefined ? ALWAYS : (since[i] ?? asyncScheduler.now())) : undefined,
  );
}

/** Returns the index of the first uplink that has proved itself, or else of the one that has been healthy for longest. */
function best(since: HealthySince, holdDown: number): number | undefined {
  const proof = asyncScheduler.now() - holdDown;
  const proven = since.findIndex((at) => at !== undefined && at <= proof);
  if (proven !== -1) return proven;
  const healthy = since.flatMap((at, index) => (at === undefined ? [] : [{ at, index }]));
  return healthy.sort((one, other) => one.at - other.at)[0]?.index;
}

/**
 * Chooses among uplinks, which are in order of preference, by their health: leaves one that fails at once, and returns to a
 * better one after it has been healthy for `holdDown` milliseconds, so that a loose cable does not move the route each second.
 * Emits the index of the chosen one whenever it changes, `undefined` if all fail.
 *
 * in:       a-----b-----a-------a    a: both are healthy, b: the first one fails
 * choose(4) 0-----1---------0---     0: the first one, 1: the second one
 */
export function choose(holdDown: number): OperatorFunction<readonly Health[], number | undefined> {
  return (healths$) =>
    healths$.pipe(
      scan(updated, undefined as HealthySince | undefined),
      switchMap((since = []) => {
        const now = asyncScheduler.now();
        const proofs = since
          .map((at) => (at === undefined ? 0 : at + holdDown - now))
          .filter((wait) => wait > 0);
        // Now, and whenever another one has proved itself.
        return from([0, ...proofs]).pipe(
          mergeMap((wait) => (wait === 0 ? [0] : timer(wait))),
          map(() => best(since, holdDown)),
        );
      }),
      distinctUntilChanged(),
    );
}
