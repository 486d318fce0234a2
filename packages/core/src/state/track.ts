import { catchError, throwError } from "rxjs";
import type { Connection } from "../connection/connection.js";
import type { Gate } from "../connection/flow-control.js";
import type { ObjectLayout } from "../connection/notifications.js";
import type { Source } from "./tracked-table.js";
import { Synchronizer } from "./tracker.js";

/** An object of which state can be kept. */
export interface Keepable<T extends object> {
  /** Its layout and messages. */
  readonly declaration: ObjectLayout<T>;
  /** How it is listed. */
  readonly source: Source<T>;
}

/** The layouts of what is kept and of what that follows, one for each name. */
function layoutsOf<T extends object>(objects: readonly Keepable<T>[], optional: boolean): ObjectLayout<T>[] {
  const layouts = new Map(objects.map(({ declaration }) => [declaration.name, declaration]));
  for (const { source } of objects)
    for (const followed of source.state.follows ?? []) {
      const { object } = followed;
      if (optional || followed.optional !== true)
        if (!layouts.has(object.name)) layouts.set(object.name, object as ObjectLayout<T>);
    }
  return [...layouts.values()];
}

/**
 * Keeps the state of some objects of a connection, by one socket for all and so at one revision. A gate holds the kernel
 * back while it is closed; what is lost meanwhile is found by listing again.
 */
export function keep<T extends object>(
  connection: Connection,
  objects: readonly Keepable<T>[],
  gate?: Gate,
): Synchronizer<T> {
  const [all, needed] = [layoutsOf(objects, true), layoutsOf(objects, false)];
  const listen = (listening: () => void) => {
    const options = { listening, ...(gate && { gate }) };
    const all$ = connection.notifications$(all, options);
    if (all.length === needed.length) return all$;
    // What a kernel answers to who wants to join a group that it does not know.
    const without = (error: { code?: unknown }) =>
      error.code === "EINVAL" ? connection.notifications$(needed, options) : throwError(() => error);
    return all$.pipe(catchError(without));
  };
  return new Synchronizer(
    objects.map(({ source }) => source),
    listen,
    (change) => connection.isOwn(change),
  );
}
