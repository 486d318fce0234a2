import type { NetlinkNotification } from "@rxnetlink/core";
import { catchError, concatMap, map, type Observable, type OperatorFunction, of } from "rxjs";

type States = Record<string, boolean>;

/** True if a set of bits has some without a name, as in notifications. */
export const isUnnamed = (states: States | undefined): boolean =>
  Object.keys(states ?? {}).some((name) => /^\d+$/.test(name));

function named(states: States, names: readonly string[]): States {
  const nameOf = (key: string) => (/^\d+$/.test(key) && names[Number(key)]) || key;
  return Object.fromEntries(Object.entries(states).map(([key, state]) => [nameOf(key), state]));
}

/**
 * Gives the bits of notifications their names, which depend on the kernel or on the link.
 *
 * @param keys - Members with bits.
 * @param names$ - Emits the names for an object.
 */
export function withNames<T extends object>(
  keys: readonly (keyof T)[],
  names$: (value: T) => Observable<readonly string[]>,
): OperatorFunction<NetlinkNotification<T>, NetlinkNotification<T>> {
  const renamed = (value: T, names: readonly string[]): T => {
    const sets = keys.filter((key) => value[key] !== undefined);
    return {
      ...value,
      ...Object.fromEntries(sets.map((key) => [key, named(value[key] as States, names)])),
    };
  };
  return concatMap((notification) => {
    if (!("value" in notification)) return of(notification);
    const { value } = notification;
    if (!keys.some((key) => isUnnamed(value[key] as States | undefined))) return of(notification);
    return names$(value).pipe(
      map((names) => ({ ...notification, value: renamed(value, names) })),
      // The link may be gone; its bits then keep their numbers.
      catchError(() => of(notification)),
    );
  });
}
